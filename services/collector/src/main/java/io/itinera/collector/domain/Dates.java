package io.itinera.collector.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates as clients write them: ISO-8601 with an offset, without one (then UTC), a day alone, or a
 * number of seconds or milliseconds since 1970.
 */
final class Dates {
    /** A number below this counts seconds: as milliseconds it would lie before 1973-03-03. */
    private static final long SMALLEST_MILLIS = 100_000_000_000L;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendOffsetId()
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "Z")
                    .optionalEnd()
                    .toFormatter();

    private Dates() {}

    /** The moment, or nothing when the text is no date between the years 1970 and 9999. */
    static Optional<Instant> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant at = moment(text);
            return Optional.of(at).filter(it -> !it.isBefore(FIRST) && it.isBefore(AFTER_LAST));
        } catch (DateTimeException | ArithmeticException | NumberFormatException noDate) {
            return Optional.empty();
        }
    }

    private static Instant moment(String text) {
        Instant usual = UsualDate.parse(text);
        if (usual != null) {
            return usual;
        }
        return Character.isDigit(text.charAt(0)) && !text.contains("-")
                ? number(text)
                : instant(ISO.parse(text));
    }

    private static Instant instant(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed);
        }
        if (parsed.isSupported(ChronoField.HOUR_OF_DAY)) {
            return LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        }
        return LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant number(String text) {
        BigDecimal value = Epoch.count(text);
        boolean seconds = value.compareTo(BigDecimal.valueOf(SMALLEST_MILLIS)) < 0;
        return Epoch.at(seconds ? value.movePointRight(3) : value);
    }
}
