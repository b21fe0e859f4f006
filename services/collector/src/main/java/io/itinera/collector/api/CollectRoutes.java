package io.itinera.collector.api;

import io.itinera.collector.Collector;
import io.itinera.collector.dialects.rudderstack.Merge;
import io.itinera.collector.dialects.rudderstack.OfDevice;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.wire.SegmentBatch;
import io.itinera.collector.wire.SegmentCall;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Segment's paths, most of which RudderStack's clients use too. */
@Singleton
final class CollectRoutes {
    private static final String ROOT = "/v1";
    private static final PublicPaths PATHS = new PublicPaths(List.of(ROOT));
    private static final Map<String, EventType> SHORT =
            Map.of(
                    "i", EventType.identify,
                    "t", EventType.track,
                    "p", EventType.page,
                    "s", EventType.screen,
                    "g", EventType.group,
                    "a", EventType.alias);

    private final CollectRoute collect;
    private final Collector collector;
    private final Sites sites;

    private final Map<String, Handler<RoutingContext>> posts = new HashMap<>();

    @Inject
    CollectRoutes(CollectRoute collect, Collector collector, Sites sites) {
        this.collect = collect;
        this.collector = collector;
        this.sites = sites;
        for (EventType type : EventType.values()) {
            post(type.name(), new SegmentCall(type));
        }
        SHORT.forEach((path, type) -> post(path, new SegmentCall(type)));
        post("batch", new SegmentBatch());
        post("b", new SegmentBatch());
        post("import", new SegmentBatch());
        post("merge", new Merge());
    }

    private void post(String path, Dialect dialect) {
        posts.put(ROOT + "/" + path, exchange -> collect.handle(exchange, call(exchange, dialect)));
    }

    /** What takes events by Segment's calls, by path. */
    Map<String, Handler<RoutingContext>> posts() {
        return Map.copyOf(posts);
    }

    /** The write key is these paths' own credential. */
    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return PATHS;
    }

    void register(@Observes Router router) {
        Cors.on(router, PATHS);
        posts.forEach((path, handler) -> router.post(path).handler(handler));
        router.post(ROOT + "/m").handler(exchange -> Reply.SUCCESS.taken(exchange, List.of()));
        router.get(ROOT + "/projects/:writeKey/settings").handler(this::settings);
    }

    /** RudderStack's clients use the same paths and say in a header whose device it is. */
    private static Call call(RoutingContext exchange, Dialect dialect) {
        String device = RequestHeaders.anonymousId(exchange.request());
        Dialect own = device == null ? dialect : new OfDevice(dialect, device);
        return Call.of(exchange, own, Reply.SUCCESS);
    }

    /**
     * What analytics.js fetches before it sends anything. It names this host, or the library would
     * send to Segment's own.
     */
    private void settings(RoutingContext exchange) {
        String writeKey = exchange.pathParam("writeKey");
        if (!collector.isKnown(writeKey)) {
            ProblemAnswer.end(
                    exchange, new Problem(ProblemCode.NOT_FOUND, "No source has this write key"));
            return;
        }
        if (sites.turnsAway(exchange, writeKey)) {
            return;
        }
        JsonObject segment =
                new JsonObject()
                        .put("apiKey", writeKey)
                        .put("apiHost", exchange.request().authority() + ROOT)
                        .put("protocol", exchange.request().scheme());
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=60")
                .end(
                        new JsonObject()
                                .put("integrations", new JsonObject().put("Segment.io", segment))
                                .put("metrics", new JsonObject().put("sampleRate", 0))
                                .encode());
    }
}
