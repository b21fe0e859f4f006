package io.itinera.collector.api;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Once this instance was told to end, and before it takes nothing more, each answer closes its
 * connection: a client that keeps one goes elsewhere between two requests, and never in one.
 */
@Singleton
final class Draining {
    private static final int FIRST = Integer.MIN_VALUE;

    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begun = true;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::pass);
    }

    private void pass(RoutingContext exchange) {
        if (begun) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        exchange.next();
    }
}
