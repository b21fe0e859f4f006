package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value and when it was said; of two, the later said holds.
 *
 * @param value what was said; null when it was taken back
 * @param at when, by the clock of who said it
 */
public record Stamped<T>(@Nullable T value, Instant at) {

    /** Whether something said at a moment takes the place of this. */
    boolean yieldsTo(Instant moment) {
        return !moment.isBefore(at);
    }
}
