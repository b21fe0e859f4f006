package io.itinera.collector.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The paths that nearly every request comes by, found by one look-up before the filters and routes
 * of everything else are tried one after another. None of those is about them: their credential is
 * the write key, and their bodies are bounded where they are received.
 */
@Singleton
final class FastLane {
    /** Before every other filter; the CORS filter of Quarkus has 300. */
    private static final int PRIORITY = 1_000;

    private final Map<String, Handler<RoutingContext>> posts;

    @Inject
    FastLane(CollectRoutes routes) {
        this.posts = routes.posts();
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, PRIORITY);
    }

    private void take(RoutingContext exchange) {
        Handler<RoutingContext> handler = posts.get(exchange.request().path());
        if (handler == null || !exchange.request().method().equals(HttpMethod.POST)) {
            exchange.next();
            return;
        }
        Cors.allow(exchange);
        handler.handle(exchange);
    }
}
