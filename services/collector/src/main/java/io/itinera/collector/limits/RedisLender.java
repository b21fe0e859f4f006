package io.itinera.collector.limits;

import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Lends out of one bucket a source that all instances share in Redis, on Redis's clock. When Redis
 * does not answer, it lends out of this instance's own buckets and tries again after a while.
 */
final class RedisLender implements Lender {
    private static final Logger LOG = Logger.getLogger(RedisLender.class);
    private static final long PATIENCE_MS = 250;
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String PREFIX = "itinera:rate:";

    /** The same bucket as {@link TokenBucket}; it is forgotten once it would be full again. */
    private static final String TAKE =
            """
            local rate, asked = tonumber(ARGV[1]), tonumber(ARGV[2])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local known = redis.call('HMGET', KEYS[1], 'tokens', 'at')
            local tokens, at = tonumber(known[1]) or rate, tonumber(known[2]) or now
            tokens = math.min(rate, tokens + math.max(0, now - at) * rate / 1000000)
            local taken = math.min(asked, math.floor(tokens))
            redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens - taken),
                'at', string.format('%.0f', math.max(now, at)))
            redis.call('PEXPIRE', KEYS[1], 2000)
            return taken
            """;

    private final RedisAPI redis;
    private final Lender fallback;
    private final LongSupplier nanos;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long awaySince;

    RedisLender(RedisAPI redis, Lender fallback, LongSupplier nanos) {
        this.redis = redis;
        this.fallback = fallback;
        this.nanos = nanos;
    }

    /** Whether Redis did not answer lately. */
    boolean isAway() {
        return away.get();
    }

    @Override
    public void lend(UUID source, int rate, long asked, LongConsumer lent) {
        if (away.get() && nanos.getAsLong() - awaySince < RETRY_NANOS) {
            fallback.lend(source, rate, asked, lent);
            return;
        }
        redis.eval(
                        List.of(
                                TAKE,
                                "1",
                                PREFIX + source,
                                Integer.toString(rate),
                                Long.toString(asked)))
                .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .map(Response::toLong)
                .onSuccess(
                        events -> {
                            if (away.compareAndSet(true, false)) {
                                LOG.info("Redis answers again: instances share the rate limits");
                            }
                            lent.accept(events);
                        })
                .onFailure(
                        failure -> {
                            awaySince = nanos.getAsLong();
                            if (away.compareAndSet(false, true)) {
                                LOG.warn(
                                        "Redis does not answer: each instance lets a source's whole"
                                                + " rate in",
                                        failure);
                            }
                            fallback.lend(source, rate, asked, lent);
                        });
    }
}
