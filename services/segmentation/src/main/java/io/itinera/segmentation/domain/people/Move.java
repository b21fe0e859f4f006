package io.itinera.segmentation.domain.people;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.Grounds;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer who ended, while their past is on its way to whom they were found to be.
 *
 * @param merge who becomes whom
 * @param ended what was known of the one who ended
 * @param at when they ended
 * @param grounds how we know
 * @param origins the one who ended, and everyone who had become them
 * @param trace the W3C traceparent of what ended them; null when it had none
 */
public record Move(
        Merge merge,
        Customer ended,
        Instant at,
        Grounds grounds,
        Set<UUID> origins,
        @Nullable String trace) {
    public Move {
        origins = Set.copyOf(origins);
    }

    /** The tenant. */
    public String workspace() {
        return ended.workspace();
    }
}
