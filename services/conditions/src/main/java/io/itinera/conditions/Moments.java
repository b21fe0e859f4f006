package io.itinera.conditions;

import io.itinera.contracts.condition.Test;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/** Moments as values write them: in whole milliseconds, of the years 1 to 9999. */
final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);
    private static final BigDecimal END_MS = BigDecimal.valueOf(END.toEpochMilli());
    private static final int DATE_LENGTH = "2026-06-01".length();
    private static final int YEAR_LENGTH = 4;

    private Moments() {}

    /**
     * A moment and the day under which it was written down.
     *
     * @param at the moment
     * @param day the day in the zone that it was written in
     */
    record Written(Instant at, LocalDate day) {}

    /** The moment that a value is; null when it is none. */
    static @Nullable Instant at(@Nullable Object value) {
        Written written = written(value);
        return written == null ? null : written.at();
    }

    /** The day that a value is or lies in; null when it is no moment. */
    static @Nullable LocalDate day(@Nullable Object value) {
        Written written = written(value);
        return written == null ? null : written.day();
    }

    private static @Nullable Written written(@Nullable Object value) {
        Written written =
                switch (value) {
                    case Instant at -> in(ZoneOffset.UTC, at);
                    case String text -> text(text);
                    case Number number -> number(number);
                    case null, default -> null;
                };
        return written == null || written.at().isBefore(FIRST) || !written.at().isBefore(END)
                ? null
                : written;
    }

    /** Most texts are no dates, and an exception costs more than a look. */
    private static @Nullable Written text(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(YEAR_LENGTH) != '-') {
            return null;
        }
        if (!text.chars().limit(YEAR_LENGTH).allMatch(it -> it >= '0' && it <= '9')) {
            return null;
        }
        boolean timed = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == 'T';
        try {
            return timed
                    ? timed(DateTimeFormatter.ISO_DATE_TIME.parse(text))
                    : dated(DateTimeFormatter.ISO_DATE.parse(text));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Written dated(TemporalAccessor date) {
        ZoneId said = date.query(TemporalQueries.zone());
        LocalDate day = LocalDate.from(date);
        return new Written(day.atStartOfDay(said == null ? ZoneOffset.UTC : said).toInstant(), day);
    }

    private static Written timed(TemporalAccessor time) {
        LocalDateTime local = LocalDateTime.from(time);
        Instant at =
                time.isSupported(ChronoField.INSTANT_SECONDS)
                        ? Instant.from(time)
                        : local.toInstant(ZoneOffset.UTC);
        return new Written(at.truncatedTo(ChronoUnit.MILLIS), local.toLocalDate());
    }

    private static @Nullable Written number(Number number) {
        if (!Values.comparesTo(number, Test.LAST_NUMBER_THAT_IS_NO_MOMENT, 1)) {
            return null;
        }
        BigDecimal millis = Values.decimal(number);
        return millis.compareTo(END_MS) >= 0
                ? null
                : in(
                        ZoneOffset.UTC,
                        Instant.ofEpochMilli(
                                millis.setScale(0, RoundingMode.FLOOR).longValueExact()));
    }

    private static Written in(ZoneOffset zone, Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
        return new Written(whole, LocalDate.ofInstant(whole, zone));
    }
}
