package io.itinera.collector.api;

import io.itinera.collector.Collector;
import io.itinera.collector.dialects.rudderstack.Pixel;
import io.itinera.collector.wire.SegmentBatch;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The paths that only RudderStack's clients use. */
@Singleton
final class RudderRoutes {
    private static final PublicPaths PATHS =
            new PublicPaths(List.of("/sourceConfig", "/beacon", "/pixel"));

    private final CollectRoute collect;
    private final Collector collector;

    @Inject
    RudderRoutes(CollectRoute collect, Collector collector) {
        this.collect = collect;
        this.collector = collector;
    }

    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return PATHS;
    }

    void register(@Observes Router router) {
        Cors.on(router, PATHS);
        router.get("/sourceConfig").handler(this::sourceConfig);
        router.post("/beacon/v1/batch")
                .handler(
                        exchange ->
                                collect.handle(
                                        exchange, Call.of(exchange, new SegmentBatch(), Reply.OK)));
        pixel(router, EventType.track);
        pixel(router, EventType.page);
    }

    private void pixel(Router router, EventType type) {
        router.get("/pixel/v1/" + type.name())
                .handler(exchange -> collect.handle(exchange, pixel(exchange, type)));
    }

    private static Call pixel(RoutingContext exchange, EventType type) {
        String query = exchange.request().query();
        return Call.of(exchange, new Pixel(type, query == null ? "" : query), Reply.PIXEL);
    }

    /** What the browser's library fetches before it sends anything; it is told to add nothing. */
    private void sourceConfig(RoutingContext exchange) {
        collector
                .source(RequestHeaders.credentials(exchange.request()))
                .ifPresentOrElse(
                        source ->
                                exchange.response()
                                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                        .end(sourceConfig(source).encode()),
                        () -> ProblemAnswer.end(exchange, CollectRoute.unknownKey()));
    }

    private static JsonObject sourceConfig(Source source) {
        JsonObject off = new JsonObject().put("enabled", false);
        JsonObject statistics = new JsonObject().put("errors", off).put("metrics", off.copy());
        return new JsonObject()
                .put(
                        "source",
                        new JsonObject()
                                .put("id", source.id().toString())
                                .put("name", source.name())
                                .put("enabled", true)
                                .put("workspaceId", source.workspace())
                                .put("config", new JsonObject().put("statsCollection", statistics))
                                .put("destinations", new JsonArray())
                                .put("dataplanes", new JsonObject()))
                .put("updatedAt", Instant.EPOCH.toString());
    }
}
