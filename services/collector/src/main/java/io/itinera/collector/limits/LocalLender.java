package io.itinera.collector.limits;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lends what this instance alone knows of: each instance then lets the whole rate in. */
final class LocalLender implements Lender {
    private final Map<UUID, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    LocalLender(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void lend(UUID source, int rate, long asked, LongConsumer lent) {
        long now = nanos.getAsLong();
        TokenBucket bucket =
                buckets.compute(
                        source,
                        (_, known) ->
                                known == null || known.rate() != rate
                                        ? new TokenBucket(rate, now)
                                        : known);
        lent.accept(bucket.take(asked, now));
    }

    /** Forgets every source that did not need it lately. */
    void forgetIdle() {
        long now = nanos.getAsLong();
        buckets.values().removeIf(bucket -> bucket.isFull(now));
    }
}
