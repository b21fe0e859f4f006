package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.Payload;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * How one family of clients sends its events.
 *
 * @param name the dialect's
 * @param path where they post to
 * @param events how many in one request
 * @param body the request that begins with the n-th event
 */
record DialectTraffic(String name, String path, int events, Body body) {
    static final List<DialectTraffic> ALL =
            List.of(
                    new DialectTraffic("segment-single", "/v1/track", 1, Payload::event),
                    new DialectTraffic(
                            "segment-batch",
                            "/v1/batch",
                            100,
                            (payload, first) -> payload.batch(first, 100)));

    /** Writes a request's body. */
    @FunctionalInterface
    interface Body {
        Buffer write(Payload payload, long first);
    }

    Buffer body(Payload payload, long first) {
        return body.write(payload, first);
    }

    Map<String, String> headers(Target target) {
        return Map.of("authorization", target.authorization(), "content-type", "application/json");
    }
}
