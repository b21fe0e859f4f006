package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a customer belongs to an account.
 *
 * @param since when it was said first, by the clock of who said it
 * @param called when a call said it last; null where none did
 * @param mentioned when an event mentioned it last; null where none did
 * @param by the source that said it last, in a call or not; null when that was not kept
 */
public record Belonging(
        Instant since, @Nullable Instant called, @Nullable Instant mentioned, @Nullable String by) {
    private static final Comparator<Belonging> LATEST =
            Comparator.<Belonging, Instant>comparing(Belonging::said)
                    .thenComparing(Belonging::by, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Called so once. */
    static Belonging called(Instant at, @Nullable String by) {
        return new Belonging(at, at, null, by);
    }

    /** Mentioned once. */
    static Belonging mentioned(Instant at, @Nullable String by) {
        return new Belonging(at, null, at, by);
    }

    /** When it was said last. */
    public Instant said() {
        return Objects.requireNonNullElse(later(called, mentioned), since);
    }

    /** Both, in whatever order they became known. */
    Belonging and(Belonging other) {
        return new Belonging(
                since.isBefore(other.since) ? since : other.since,
                later(called, other.called),
                later(mentioned, other.mentioned),
                LATEST.compare(this, other) < 0 ? other.by : by);
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
