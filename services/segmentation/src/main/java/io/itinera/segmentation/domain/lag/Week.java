package io.itinera.segmentation.domain.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lags of a source's events by the day on which they were received: today's and those of the
 * seven days before.
 *
 * @param days by the number of the day since 1970, in UTC
 */
public record Week(SortedMap<Long, Histogram> days) {
    public static final Duration LENGTH = Duration.ofDays(7);
    public static final Week EMPTY = new Week(new TreeMap<>());

    public Week {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** With more events of that time. */
    public Week plus(Instant at, Histogram more) {
        if (more.events() == 0) {
            return this;
        }
        SortedMap<Long, Histogram> sum = new TreeMap<>(days);
        sum.merge(day(at), more, Histogram::plus);
        return new Week(sum);
    }

    /** What of it counts now: neither what is too old nor what is yet to come. */
    public Week asOf(Instant now) {
        long today = day(now);
        return new Week(days.subMap(today - LENGTH.toDays(), today + 1));
    }

    /** All of it together. */
    public Histogram total() {
        return days.values().stream().reduce(Histogram.NONE, Histogram::plus);
    }

    /** The number of the day since 1970, in UTC. */
    public static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), Duration.ofDays(1).toMillis());
    }
}
