package io.itinera.collector.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dates of one request, of which most are looked at twice in a row; one thread's. */
final class LastDate {
    private @Nullable String text;
    private Optional<Instant> at = Optional.empty();

    /** The moment, or nothing when the text is no date. */
    Optional<Instant> at(@Nullable String date) {
        if (date == null) {
            return Optional.empty();
        }
        if (!date.equals(text)) {
            at = Dates.parse(date);
            text = date;
        }
        return at;
    }
}
