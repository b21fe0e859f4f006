package io.itinera.collector.limits;

import io.itinera.contracts.settings.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.redis.client.RedisAPI;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds sources to their rate. A request is let in as a whole while its source has not used up its
 * rate, and what it brings counts against the requests after it; so a batch that is larger than a
 * second's worth passes, and the source waits for it afterwards.
 */
@Singleton
public final class RateLimits {
    private static final int IDLE_SWEEP = 1_000;

    private final Map<UUID, Allowance> allowances = new ConcurrentHashMap<>();
    private final Lender lender;
    private final LocalLender local;
    private final LongSupplier nanos;

    @Inject
    RateLimits(RedisAPI redis, MeterRegistry meters) {
        this.nanos = System::nanoTime;
        this.local = new LocalLender(nanos);
        RedisLender shared = new RedisLender(redis, local, nanos);
        this.lender = shared;
        Gauge.builder("itinera.collector.rate.local", shared, it -> it.isAway() ? 1 : 0)
                .description("1 while Redis does not answer and each instance counts for itself")
                .register(meters);
    }

    RateLimits(Lender lender, LongSupplier nanos) {
        this.lender = lender;
        this.local = new LocalLender(nanos);
        this.nanos = nanos;
    }

    /** How long a request of this source has to wait; nothing when it is let in now. */
    public Optional<Duration> patience(Source source) {
        Allowance allowance = allowance(source);
        if (allowance == null) {
            return Optional.empty();
        }
        boolean admitted = allowance.admits(nanos.getAsLong());
        replenish(source, allowance);
        return admitted ? Optional.empty() : Optional.of(allowance.patience());
    }

    /** Counts what a request that was let in brought. */
    public void spend(Source source, int events) {
        Allowance allowance = allowance(source);
        if (allowance != null) {
            allowance.spend(events);
            replenish(source, allowance);
        }
    }

    /** Takes back what a request spent that came to nothing. */
    public void giveBack(Source source, int events) {
        Allowance allowance = allowance(source);
        if (allowance != null) {
            allowance.giveBack(events);
        }
    }

    private void replenish(Source source, Allowance allowance) {
        long asked = allowance.want(nanos.getAsLong());
        if (asked > 0) {
            lender.lend(
                    source.id(),
                    allowance.rate(),
                    asked,
                    events -> allowance.lent(events, asked, nanos.getAsLong()));
        }
    }

    private @Nullable Allowance allowance(Source source) {
        Integer rate = source.rules().eventsPerSecond();
        if (rate == null) {
            return null;
        }
        Allowance known = allowances.get(source.id());
        if (known != null && known.rate() == rate) {
            return known;
        }
        if (allowances.size() >= IDLE_SWEEP) {
            forgetIdle();
        }
        Allowance fresh = new Allowance(rate, nanos.getAsLong());
        return allowances.compute(
                source.id(), (_, now) -> now == null || now.rate() != rate ? fresh : now);
    }

    private void forgetIdle() {
        long now = nanos.getAsLong();
        allowances.values().removeIf(allowance -> allowance.isIdle(now));
        local.forgetIdle();
    }
}
