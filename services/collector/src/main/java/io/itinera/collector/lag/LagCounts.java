package io.itinera.collector.lag;

import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The lags of one source since they were last told. Any thread may count while another takes away
 * what was counted; each event is told of once. An event costs an increment, in 8 KB that never
 * grow.
 */
final class LagCounts {
    private final Source source;
    private final AtomicLongArray buckets = new AtomicLongArray(LagBuckets.COUNT);
    private Instant from;

    LagCounts(Source source, Instant from) {
        this.source = source;
        this.from = from;
    }

    void count(long lagMs) {
        buckets.incrementAndGet(LagBuckets.of(lagMs));
    }

    /** What was counted until now, which is begun anew; empty when nothing was. */
    synchronized Optional<LagReport> drain(Instant now) {
        Map<Integer, Long> counted = new HashMap<>();
        for (int bucket = 0; bucket < LagBuckets.COUNT; bucket++) {
            if (buckets.get(bucket) > 0) {
                counted.put(bucket, buckets.getAndSet(bucket, 0));
            }
        }
        Instant began = from;
        from = now;
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LagReport(source.workspace(), source.id(), began, now, counted, null));
    }
}
