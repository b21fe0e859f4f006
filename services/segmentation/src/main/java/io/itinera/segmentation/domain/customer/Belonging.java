package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That a customer belongs to an account.
 *
 * @param since when it was said first, by the clock of who said it
 * @param said when it was said last
 * @param by the source that said it last; null when that was not kept
 */
public record Belonging(Instant since, Instant said, @Nullable String by) {
    private static final Comparator<Belonging> LATEST =
            Comparator.<Belonging, Instant>comparing(Belonging::said)
                    .thenComparing(Belonging::by, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Said once. */
    static Belonging once(Instant at, @Nullable String by) {
        return new Belonging(at, at, by);
    }

    /** Both, in whatever order they became known. */
    Belonging and(Belonging other) {
        Belonging last = LATEST.compare(this, other) < 0 ? other : this;
        return new Belonging(since.isBefore(other.since) ? since : other.since, last.said, last.by);
    }
}
