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
     * @param at when it was asked for
     */
    record ErasureAsked(
            String workspace, UUID customer, UUID erasure, @Nullable String hash, Instant at)
            implements PeopleRecord.InTurn, OfErasure {
        /** The same, told to another. */
        public ErasureAsked to(UUID other) {
            return new ErasureAsked(workspace, other, erasure, hash, at);
        }
    }

    /**
     * What was left of an erased person under another id is to be forgotten.
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
     * The answer to that. It goes to the one who is erased.
     *
     * @param erasure whose
     * @param part the customer who is forgotten
     * @param hash of the identity that is to be suppressed; null for none
     * @param removed what was taken out
     */
    record Forgotten(Erasure erasure, UUID part, @Nullable String hash, Removals removed)
            implements OfErasure {}

    /**
     * An erased person is let in again. It goes to the one who was erased, and from there to
     * everyone who was with them.
     *
     * @param workspace the tenant
     * @param customer whom it goes to
     * @param erasure the erasure that is lifted
     * @param at since when
     */
    record Lifted(String workspace, UUID customer, UUID erasure, Instant at) implements OfErasure {
        /** The same under the id that the erasure has where it is noted. */
        public Lifted as(UUID noted) {
            return new Lifted(workspace, customer, noted, at);
        }
    }
}
