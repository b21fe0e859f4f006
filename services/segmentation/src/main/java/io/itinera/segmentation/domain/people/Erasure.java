package io.itinera.segmentation.domain.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * That a person is to be forgotten, as it goes to everywhere that knows something of them.
 *
 * @param workspace the tenant
 * @param id the erasure
 * @param root the customer who is erased; answers go there
 * @param theirs customers who are certainly this person: whoever became one of these did, too
 * @param at when it was asked for
 * @param answer whether an answer is waited for
 */
public record Erasure(
        String workspace, UUID id, UUID root, Set<UUID> theirs, Instant at, Answer answer) {
    public Erasure {
        theirs = Set.copyOf(theirs);
    }

    /** The same, these being certainly this person too. */
    public Erasure with(Set<UUID> more) {
        Set<UUID> all = new HashSet<>(theirs);
        all.addAll(more);
        return new Erasure(workspace, id, root, all, at, answer);
    }

    /** The same of one who was let in again meanwhile. */
    public Erasure returned(Instant since) {
        return new Erasure(workspace, id, root, theirs, since, Answer.RETURNED);
    }

    /** Whether the receipt waits for what comes of it. */
    public enum Answer {
        /** It does. */
        AWAITED,
        /** It was written already: this takes out what came late. */
        NOT_AWAITED,
        /**
         * They were let in again since, at the time of this: what is from before that is taken out,
         * and nobody is kept away.
         */
        RETURNED
    }
}
