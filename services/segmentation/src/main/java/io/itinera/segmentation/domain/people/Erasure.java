package io.itinera.segmentation.domain.people;

import java.time.Instant;
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

    /** Whether the receipt waits for what comes of it. */
    public enum Answer {
        /** It does. */
        AWAITED,
        /** It was written already: this takes out what came late. */
        NOT_AWAITED
    }
}
