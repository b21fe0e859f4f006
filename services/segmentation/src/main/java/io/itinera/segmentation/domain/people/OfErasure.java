package io.itinera.segmentation.domain.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an erasure is made of. */
public sealed interface OfErasure extends PeopleRecord {

    /**
     * A person is to be erased. It follows them to whom they became.
     *
     * @param workspace the tenant
     * @param customer whom it goes to
     * @param erasure the erasure
     * @param hash of an identity that is theirs though nothing may be known of it; null for none
     * @param begun the customer that this identity begins, or whom it was asked for
     * @param at when it was asked for
     */
    record ErasureAsked(
            String workspace,
            UUID customer,
            UUID erasure,
            @Nullable String hash,
            UUID begun,
            Instant at)
            implements PeopleRecord.InTurn, OfErasure {
        /** As it is asked for. */
        public ErasureAsked(
                String workspace, UUID customer, UUID erasure, @Nullable String hash, Instant at) {
            this(workspace, customer, erasure, hash, customer, at);
        }

        /** The same, told to another. */
        public ErasureAsked to(UUID other) {
            return new ErasureAsked(workspace, other, erasure, hash, begun, at);
        }
    }

    /**
     * What was left of an erased person under another id is to be forgotten, and the name that
     * begins it is not taken any more.
     *
     * @param erasure whose
     * @param customer under which id
     * @param tie why it would be theirs
     * @param hash of the identity that begins this customer; null for none
     * @param removed what was taken out on the way there
     */
    record Erase(Erasure erasure, UUID customer, Tie tie, @Nullable String hash, Removals removed)
            implements OfErasure {}

    /**
     * Whoever ended to become an erased person has said so ahead of the answer to this. It goes to
     * every partition.
     *
     * @param erasure whose
     */
    record WentAround(Erasure erasure) implements OfErasure {}

    /**
     * The answer to either. It goes to the one who is erased.
     *
     * @param erasure whose
     * @param part the customer who is forgotten
     * @param hash of the identity that is suppressed; null for none
     * @param removed what was taken out
     * @param leads what else was found there that leads to the person
     */
    record Forgotten(
            Erasure erasure, UUID part, @Nullable String hash, Removals removed, Leads leads)
            implements OfErasure {}

    /**
     * An erased person is let in again. It goes to the one who was erased, and from there to
     * everyone who was with them.
     *
     * @param workspace the tenant
     * @param customer whom it goes to
     * @param erasure the erasure that is lifted
     * @param root who was erased
     * @param hash of the identity that begins this customer; null for none
     * @param at since when
     */
    record Lifted(
            String workspace,
            UUID customer,
            UUID erasure,
            UUID root,
            @Nullable String hash,
            Instant at)
            implements OfErasure {
        /** As it is asked for, of the one who was erased. */
        public Lifted(String workspace, UUID root, UUID erasure, Instant at) {
            this(workspace, root, erasure, root, null, at);
        }

        /** The same under the id that the erasure has where it is noted. */
        public Lifted as(UUID noted) {
            return new Lifted(workspace, customer, noted, root, hash, at);
        }

        /** The same, told to somebody who was with the one who was erased. */
        public Lifted to(UUID other, @Nullable String theirs) {
            return new Lifted(workspace, other, erasure, root, theirs, at);
        }
    }
}
