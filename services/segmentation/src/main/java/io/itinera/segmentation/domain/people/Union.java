package io.itinera.segmentation.domain.people;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.Grounds;
import java.time.Duration;
import java.time.Instant;

/**
 * A merge that can still be undone.
 *
 * @param merge who became whom
 * @param at when the evidence was received
 * @param grounds how we know
 * @param other what was known of the one who ended: kept by the one who ended as they were before
 *     it, by the one who goes on as it arrived there
 */
public record Union(Merge merge, Instant at, Grounds grounds, Customer other) {
    /** For how long a merge can be undone. */
    public static final Duration UNDOABLE = Duration.ofDays(30);

    /** Whether it can be undone no longer. */
    public boolean isFinal(Instant now) {
        return at.plus(UNDOABLE).isBefore(now);
    }

    /** The tenant. */
    public String workspace() {
        return other.workspace();
    }

    /** With more known of the one who ended. */
    public Union with(Customer changed) {
        return new Union(merge, at, grounds, changed);
    }
}
