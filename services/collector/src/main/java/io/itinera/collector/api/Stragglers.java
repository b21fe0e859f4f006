package io.itinera.collector.api;

import io.itinera.collector.CollectorConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The requests whose bodies have not arrived whole. Once a second those that have had their time
 * are given up, so that nobody holds a connection and its bytes by sending next to nothing.
 */
@Singleton
final class Stragglers {
    private static final long SWEEP_MS = 1_000;

    private final Set<Receipt> open = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final long patience;
    private final long slowestBytesPerSecond;

    @Inject
    Stragglers(Vertx vertx, CollectorConfig config) {
        this.vertx = vertx;
        this.patience = config.bodyPatience().toNanos();
        this.slowestBytesPerSecond = config.slowestBody().asLongValue();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(SWEEP_MS, _ -> sweep());
    }

    void watch(Receipt receipt) {
        open.add(receipt);
    }

    void forget(Receipt receipt) {
        open.remove(receipt);
    }

    private void sweep() {
        long now = System.nanoTime();
        for (Receipt receipt : open) {
            if (receipt.age(now) > patience) {
                receipt.giveUpIf(bytes -> receipt.age(now) > patience + needed(bytes));
            }
        }
    }

    /** How long the slowest sender needs for so many bytes, in nanoseconds. */
    private long needed(long bytes) {
        return TimeUnit.SECONDS.toNanos(bytes) / slowestBytesPerSecond;
    }
}
