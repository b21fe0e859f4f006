package io.itinera.collector.api;

import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Lets browsers of any site send: the write key is public by nature. Headers are listed by name,
 * because a star does not cover {@code Authorization}.
 */
final class Cors {
    private static final String ALLOWED_HEADERS =
            "authorization, content-type, content-encoding, x-retry-count, anonymousid, sentat, "
                    + "rsa-retry-attempt, rsa-since-last-attempt, rsa-since-first-attempt, "
                    + "rsa-retry-reason, rsa-recovered, x-write-key";
    private static final String MAX_AGE_SECONDS = "3600";

    private Cors() {}

    /** Lets them at these paths and all below. */
    static void on(Router router, PublicPaths paths) {
        for (String path : paths.prefixes()) {
            for (String each : List.of(path, path + "/*")) {
                router.options(each).handler(Cors::preflight);
                router.route(each).handler(Cors::pass);
            }
        }
    }

    private static void pass(RoutingContext exchange) {
        allow(exchange);
        exchange.next();
    }

    /** Echoes the origin, when there is one. */
    static void allow(RoutingContext exchange) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return;
        }
        exchange.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "retry-after")
                .putHeader(HttpHeaders.VARY, "origin");
    }

    /** Takes it back: the site turned out to be none that may send. */
    static void withdraw(RoutingContext exchange) {
        exchange.response()
                .headers()
                .remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                .remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
    }

    /** Answers a preflight. */
    private static void preflight(RoutingContext exchange) {
        allow(exchange);
        HttpServerResponse response = exchange.response();
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .setStatusCode(204)
                .end();
    }
}
