package io.itinera.collector.hooks.signatures;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** For how long a signature that is dated is good. */
final class Age {
    /** Either way: clocks differ. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** A number below this counts seconds: as milliseconds it would lie before 1973-03-03. */
    private static final long SMALLEST_MILLIS = 100_000_000_000L;

    private Age() {}

    /**
     * What speaks against a time; null when nothing does.
     *
     * @param header where it stands
     * @param text seconds or milliseconds since 1970, or an ISO-8601 date
     */
    static @Nullable String complaint(String header, @Nullable String text, Instant now) {
        if (text == null) {
            return "The header " + header + " is missing: it must say when this was signed";
        }
        Instant at = instant(text.strip());
        if (at == null) {
            return "The header " + header + " says no time";
        }
        return Duration.between(at, now).abs().compareTo(TOLERANCE) > 0
                ? "The time in the header "
                        + header
                        + " is more than "
                        + TOLERANCE.toMinutes()
                        + " minutes away from now"
                : null;
    }

    private static @Nullable Instant instant(String text) {
        try {
            if (!text.matches("\\d{1,15}")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            long number = Long.parseLong(text);
            return number < SMALLEST_MILLIS
                    ? Instant.ofEpochSecond(number)
                    : Instant.ofEpochMilli(number);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
