package io.itinera.collector.api;

import io.itinera.collector.Collector;
import io.itinera.collector.Credentials;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Turns browsers away that stand on a site from which their source takes nothing, as far as a key
 * outside of the body tells the source: preflights too, which carry no other. What names no site
 * comes from no browser, and passes.
 */
@Singleton
final class Sites {
    /** Before those that let a site in. */
    private static final int ORDER = -100;

    private final Collector collector;

    @Inject
    Sites(Collector collector) {
        this.collector = collector;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        if (exchange.request().getHeader(HttpHeaders.ORIGIN) == null
                || !turnsAway(exchange, RequestHeaders.credentials(exchange.request()))) {
            exchange.next();
        }
    }

    /** Answers a browser that may not send with the key that its path has; whether it did. */
    boolean turnsAway(RoutingContext exchange, String key) {
        return turnsAway(exchange, new Credentials(null, key, null, null));
    }

    private boolean turnsAway(RoutingContext exchange, Credentials credentials) {
        @Nullable String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        boolean isForeign = collector.isForeign(credentials, origin);
        if (isForeign) {
            Cors.withdraw(exchange);
            ProblemAnswer.end(exchange, problem());
        }
        return isForeign;
    }

    static Problem problem() {
        return new Problem(
                ProblemCode.FORBIDDEN, "This source takes nothing from browsers on this site");
    }
}
