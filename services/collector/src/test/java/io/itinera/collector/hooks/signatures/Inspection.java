package io.itinera.collector.hooks.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.hooks.domain.Delivery;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scheme says of a delivery to a source with this secret; null when it believes it. */
final class Inspection {
    private static final Instant NOW = Instant.parse("2025-11-24T16:00:00Z");

    private Inspection() {}

    static @Nullable String complaint(
            Scheme scheme, Map<String, String> headers, String body, String secret) {
        return complaint(scheme, new Delivery("POST", "", headers), body, secret);
    }

    static @Nullable String complaint(
            Scheme scheme, Delivery delivery, String body, String secret) {
        return scheme.complaint(delivery, body.getBytes(UTF_8), secret, NOW);
    }
}
