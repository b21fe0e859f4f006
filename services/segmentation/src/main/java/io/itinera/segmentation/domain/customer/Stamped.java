package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value, when it was said and by whom; of two, the later said holds.
 *
 * @param value what was said; null when it was taken back
 * @param at when, by the clock of who said it
 * @param by the source that said it; null when that was not kept
 */
public record Stamped<T>(@Nullable T value, Instant at, @Nullable String by) {

    /** Said by nobody in particular. */
    public Stamped(@Nullable T value, Instant at) {
        this(value, at, null);
    }

    /** Whether something said at a moment takes the place of this. */
    boolean yieldsTo(Instant moment) {
        return !moment.isBefore(at);
    }
}
