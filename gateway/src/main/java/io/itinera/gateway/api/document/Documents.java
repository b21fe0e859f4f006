package io.itinera.gateway.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.gateway.api.proxy.Upstreams;
import io.itinera.gateway.domain.Service;
import io.itinera.kit.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The services' OpenAPI documents, asked for when they are wanted and remembered for a while. */
@ApplicationScoped
class Documents {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration MISSED = Duration.ofSeconds(5);
    private static final long PATIENCE_MS = 3_000;
    private static final String PATH = "/q/openapi?format=json";

    private final Upstreams upstreams;
    private final Map<Service, Kept> kept = new ConcurrentHashMap<>();

    /**
     * What a service last said.
     *
     * @param document its document; empty when there was none to be had
     * @param until when to ask again
     */
    private record Kept(Optional<ObjectNode> document, Instant until) {}

    Documents(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** A service's document; empty when it has none to give at the moment. */
    Uni<Optional<ObjectNode>> of(Service service) {
        Kept known = kept.get(service);
        if (known != null && Instant.now().isBefore(known.until())) {
            return Uni.createFrom().item(known.document());
        }
        return Uni.createFrom()
                .completionStage(() -> ask(service).toCompletionStage())
                .invoke(document -> remember(service, document));
    }

    private void remember(Service service, Optional<ObjectNode> document) {
        Duration time = document.isPresent() ? KEPT : MISSED;
        kept.put(service, new Kept(document, Instant.now().plus(time)));
    }

    private Future<Optional<ObjectNode>> ask(Service service) {
        return upstreams
                .request(service, HttpMethod.GET, PATH)
                .compose(request -> request.send())
                .compose(Documents::body)
                .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .map(Documents::read)
                .otherwise(Optional.empty());
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture("answered " + response.statusCode());
    }

    private static Optional<ObjectNode> read(Buffer body) {
        try {
            JsonNode document = Json.mapper().readTree(body.getBytes());
            return document instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
