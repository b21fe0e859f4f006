package io.itinera.collector.api;

import io.itinera.kit.trace.Traces;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes up the trace that a request came with, or a new one, in place of the instrumentation that
 * makes a span of every request. What comes by the fast lane only carries it on.
 */
@Singleton
final class RequestTraces {
    /** Before whatever may refuse a request, and behind the fast lane. */
    private static final int PRIORITY = 900;

    void register(@Observes Filters filters) {
        filters.register(RequestTraces::take, PRIORITY);
    }

    private static void take(RoutingContext exchange) {
        String trace = Traces.arriving(exchange.request().getHeader(Traces.HEADER));
        Runnable letGo = Traces.take(trace);
        exchange.addEndHandler(_ -> letGo.run());
        exchange.next();
    }
}
