package io.itinera.segmentation.domain.lag;

import io.itinera.contracts.events.LagBuckets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events lagged how much.
 *
 * @param counts by bucket of {@link LagBuckets}; those without any are left out
 */
public record Histogram(SortedMap<Integer, Long> counts) {
    public static final Histogram NONE = new Histogram(new TreeMap<>());

    public Histogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The histogram of these counts. */
    public static Histogram of(Map<Integer, Long> counts) {
        return new Histogram(new TreeMap<>(counts));
    }

    /** The events of both, the same in whatever order histograms are added up. */
    public Histogram plus(Histogram other) {
        SortedMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
        return new Histogram(sum);
    }

    /** How many events. */
    public long events() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The lag that so many of a hundred events did not exceed: never less than it was, and less
     * than 1/{@value LagBuckets#PER_OCTAVE} more. Empty when there are no events.
     */
    public Optional<Duration> quantile(int percent) {
        long rank = (events() * percent + 99) / 100;
        long before = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            before += bucket.getValue();
            if (before >= rank) {
                return Optional.of(Duration.ofMillis(LagBuckets.highestMs(bucket.getKey())));
            }
        }
        return Optional.empty();
    }
}
