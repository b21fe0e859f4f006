package io.itinera.conditions;

import io.itinera.contracts.condition.Coming;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days that come round each year. */
final class Anniversaries {
    private static final Duration DAY = Duration.ofDays(1);

    private Anniversaries() {}

    /**
     * Whether a day comes round within so long, or today. Each year's span begins that long before
     * the day's start and ends with the day; no two touch, because none is longer than half a year.
     */
    static Verdict coming(LocalDate day, Coming coming, Instant now) {
        int year = Math.max(day.getYear(), now.atOffset(ZoneOffset.UTC).getYear() - 1);
        while (true) {
            year++;
            Instant start = day.withYear(year).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant opens = start.minus(coming.within());
            Instant closes = start.plus(DAY);
            if (now.isBefore(opens)) {
                return Verdict.until(false, opens);
            }
            if (now.isBefore(closes)) {
                return Verdict.until(true, closes);
            }
        }
    }
}
