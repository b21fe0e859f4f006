package io.itinera.kit.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A route below REST, as the collector has them. */
@Singleton
final class RawRoute {
    void register(@Observes Router router) {
        router.get("/raw").handler(exchange -> exchange.end("raw"));
    }
}
