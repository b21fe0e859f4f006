package io.itinera.collector.api;

import io.itinera.collector.Credentials;
import io.itinera.collector.domain.Dialect;
import io.vertx.ext.web.RoutingContext;

/**
 * What a path makes of a request.
 *
 * @param dialect how it is written
 * @param credentials the keys that stand outside of its body
 * @param reply what its client waits for
 */
record Call(Dialect dialect, Credentials credentials, Reply reply) {
    /** A request whose keys stand where they may stand with every client. */
    static Call of(RoutingContext exchange, Dialect dialect, Reply reply) {
        return new Call(dialect, RequestHeaders.credentials(exchange.request()), reply);
    }
}
