package io.itinera.collector.api;

import io.itinera.collector.CollectorConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests whose bodies have not arrived whole. Once a second those that come too slowly are
 * given up, so that nobody holds a connection and its bytes by sending next to nothing, or nothing
 * any more.
 */
@Singleton
final class Stragglers {
    private static final long SWEEP_MS = 1_000;

    private final Set<Receipt> open = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final Pace pace;

    @Inject
    Stragglers(Vertx vertx, CollectorConfig config) {
        this.vertx = vertx;
        this.pace =
                Pace.of(
                        config.bodyPatience(),
                        config.slowestBody().asLongValue(),
                        config.longestBody());
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
        for (Receipt receipt : open) {
            receipt.giveUpUnless(pace);
        }
    }
}
