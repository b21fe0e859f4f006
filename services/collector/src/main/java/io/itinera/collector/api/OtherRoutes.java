package io.itinera.collector.api;

import io.itinera.collector.dialects.Query;
import io.itinera.collector.dialects.cloudevents.BinaryMode;
import io.itinera.collector.dialects.cloudevents.JsonFormat;
import io.itinera.collector.dialects.jitsu.JitsuCall;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.wire.SegmentBatch;
import io.itinera.collector.wire.SegmentCall;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The paths of Jitsu, of Dittofeed, and of whoever sends CloudEvents. */
@Singleton
final class OtherRoutes {
    private static final String CLOUD_EVENT = "ce-";
    private static final PublicPaths PATHS =
            new PublicPaths(List.of("/api/s", "/api/public/apps", "/cloudevents"));

    private final CollectRoute collect;

    @Inject
    OtherRoutes(CollectRoute collect) {
        this.collect = collect;
    }

    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return PATHS;
    }

    void register(@Observes Router router) {
        Cors.on(router, PATHS);
        for (String root : List.of("/api/s/", "/api/s/s2s/")) {
            for (EventType type : EventType.values()) {
                Dialect call = new JitsuCall(new SegmentCall(type));
                post(router, root + type.name(), call, Reply.SUCCESS);
            }
            post(router, root + "batch", new JitsuCall(new SegmentBatch()), Reply.SUCCESS);
        }
        post(router, "/api/public/apps/batch", new SegmentBatch(), Reply.NOTHING);
        router.post("/cloudevents")
                .handler(
                        exchange ->
                                collect.handle(
                                        exchange,
                                        Call.of(exchange, cloudEvents(exchange), Reply.SUCCESS)));
    }

    private void post(Router router, String path, Dialect dialect, Reply reply) {
        router.post(path)
                .handler(exchange -> collect.handle(exchange, Call.of(exchange, dialect, reply)));
    }

    private static Dialect cloudEvents(RoutingContext exchange) {
        MultiMap headers = exchange.request().headers();
        if (!headers.contains(CLOUD_EVENT + "specversion")) {
            return new JsonFormat();
        }
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(CLOUD_EVENT)) {
                attributes.put(
                        name.substring(CLOUD_EVENT.length()),
                        Query.percentDecoded(header.getValue()));
            }
        }
        return new BinaryMode(attributes);
    }
}
