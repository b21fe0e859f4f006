package io.itinera.collector.files.domain;

import io.itinera.collector.domain.Epoch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as files have them, in a format and, where they have no offset, in a zone. */
public final class TimeText {
    private static final Map<String, Integer> EPOCHS =
            Map.of("epoch-seconds", 0, "epoch-millis", 3, "epoch-micros", 6);

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[' '][XXX][XX][X]")
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private final @Nullable Integer digits;
    private final DateTimeFormatter format;
    private final ZoneId zone;

    /**
     * Times of one column.
     *
     * @param format a pattern, {@code epoch-seconds}, {@code epoch-millis} or {@code epoch-micros};
     *     ISO-8601 when there is none
     */
    public TimeText(@Nullable String format, ZoneId zone) {
        this.digits = format == null ? null : EPOCHS.get(format);
        this.format = format == null || digits != null ? ISO : pattern(format);
        this.zone = zone;
    }

    /**
     * Reads times as the pattern says and no day that a month does not have.
     *
     * @throws IllegalArgumentException when it is no pattern
     */
    static DateTimeFormatter pattern(String format) {
        String[] parts = format.split("'", -1);
        for (int outside = 0; outside < parts.length; outside += 2) {
            parts[outside] = parts[outside].replace('y', 'u');
        }
        return DateTimeFormatter.ofPattern(String.join("'", parts), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static boolean isEpoch(String format) {
        return EPOCHS.containsKey(format);
    }

    /** The moment; nothing when the text is none. */
    public Optional<Instant> parse(String text) {
        try {
            return Optional.of(digits == null ? written(text) : counted(text, digits));
        } catch (DateTimeException | ArithmeticException | NumberFormatException noTime) {
            return Optional.empty();
        }
    }

    private Instant written(String text) {
        TemporalAccessor parsed = format.parse(text);
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed);
        }
        if (parsed.isSupported(ChronoField.HOUR_OF_DAY)) {
            return LocalDateTime.from(parsed).atZone(zone).toInstant();
        }
        return LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    }

    private static Instant counted(String text, int digits) {
        return Epoch.at(Epoch.count(text).movePointRight(3 - digits));
    }
}
