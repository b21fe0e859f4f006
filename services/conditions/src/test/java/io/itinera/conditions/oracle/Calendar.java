package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments and days as the schema describes them. */
final class Calendar {
    private static final double SMALLEST = 100_000_000_000.0;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private Calendar() {}

    /** The moment that a value is, in milliseconds since 1970; null when it is none. */
    static @Nullable Long millis(JsonNode value) {
        if (value.isNumber() && value.doubleValue() > SMALLEST) {
            return (long) Math.floor(value.doubleValue());
        }
        if (!value.isTextual() || !value.textValue().matches("\\d{4}-\\d\\d-\\d\\d(T.*)?")) {
            return null;
        }
        String text = value.textValue();
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atTime(0, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
            }
            return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Walks from today on, day by day. */
    static boolean comesRound(JsonNode value, Duration within, long now) {
        Long at = millis(value);
        if (at == null) {
            return false;
        }
        LocalDate born =
                value.isTextual()
                        ? LocalDate.parse(value.textValue().substring(0, 10))
                        : Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate day = Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC).toLocalDate();
        while (start(day) - within.toMillis() <= now) {
            if (day.getYear() > born.getYear() && isDayOf(born, day)) {
                return true;
            }
            day = day.plusDays(1);
        }
        return false;
    }

    private static boolean isDayOf(LocalDate born, LocalDate day) {
        if (MonthDay.from(born).equals(LEAP_DAY) && !day.isLeapYear()) {
            return day.getMonthValue() == 2 && day.getDayOfMonth() == 28;
        }
        return MonthDay.from(born).equals(MonthDay.from(day));
    }

    static long start(LocalDate day) {
        return day.toEpochDay() * Duration.ofDays(1).toMillis();
    }
}
