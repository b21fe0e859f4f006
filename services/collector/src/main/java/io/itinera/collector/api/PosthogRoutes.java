package io.itinera.collector.api;

import io.itinera.collector.Collector;
import io.itinera.collector.dialects.posthog.Capture;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/**
 * PostHog's paths. Whatever its clients ask for beside taking events (flags, recording, surveys) is
 * answered as switched off, which they need to hear before they go on.
 */
@Singleton
final class PosthogRoutes {
    private static final List<String> CAPTURE = List.of("/batch", "/capture", "/e", "/i/v0/e");
    private static final String SETTINGS = "_POSTHOG_REMOTE_CONFIG";
    private static final List<String> FLAGS = List.of("/decide", "/flags");
    private static final PublicPaths PATHS =
            new PublicPaths(
                    List.of("/batch", "/capture", "/e", "/i/v0/e", "/decide", "/flags", "/array"));

    private final CollectRoute collect;
    private final Collector collector;
    private final Sites sites;
    private final InstantSource clock = InstantSource.system();

    @Inject
    PosthogRoutes(CollectRoute collect, Collector collector, Sites sites) {
        this.collect = collect;
        this.collector = collector;
        this.sites = sites;
    }

    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return PATHS;
    }

    void register(@Observes Router router) {
        Cors.on(router, PATHS);
        for (String path : CAPTURE) {
            router.post(path).handler(this::capture);
        }
        for (String path : FLAGS) {
            router.route(path).handler(exchange -> json(exchange, noFlags()));
        }
        router.get("/array/:key/config").handler(this::settings);
        router.get("/array/:key/config.js").handler(this::settingsScript);
    }

    private void capture(RoutingContext exchange) {
        String sentAt = RequestHeaders.present(exchange.request().getParam("_"));
        collect.handle(exchange, Call.of(exchange, new Capture(clock, sentAt), Reply.STATUS));
    }

    private void settings(RoutingContext exchange) {
        String key = exchange.pathParam("key");
        if (isKnown(exchange, key)) {
            json(exchange, settings(key));
        }
    }

    private void settingsScript(RoutingContext exchange) {
        String key = exchange.pathParam("key");
        if (isKnown(exchange, key)) {
            exchange.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/javascript")
                    .end(
                            "(window.%1$s=window.%1$s||{})[%2$s]={config:%3$s,siteApps:[]};"
                                    .formatted(SETTINGS, Json.encode(key), settings(key)));
        }
    }

    private boolean isKnown(RoutingContext exchange, String key) {
        boolean isKnown = collector.isKnown(key);
        if (!isKnown) {
            ProblemAnswer.end(
                    exchange, new Problem(ProblemCode.NOT_FOUND, "No source has this write key"));
        }
        return isKnown && !sites.turnsAway(exchange, key);
    }

    private static JsonObject settings(String key) {
        return noFlags()
                .put("token", key)
                .put("hasFeatureFlags", false)
                .put("analytics", new JsonObject().put("endpoint", "/i/v0/e/"))
                .put("heatmaps", false)
                .put("surveys", false)
                .put("captureDeadClicks", false)
                .put("defaultIdentifiedOnly", true);
    }

    private static JsonObject noFlags() {
        return new JsonObject()
                .put("flags", new JsonObject())
                .put("featureFlags", new JsonObject())
                .put("featureFlagPayloads", new JsonObject())
                .put("errorsWhileComputingFlags", false)
                .put("supportedCompression", new JsonArray().add("gzip").add("gzip-js"))
                .put("config", new JsonObject())
                .put("toolbarParams", new JsonObject())
                .put("isAuthenticated", false)
                .put("sessionRecording", false)
                .put("capturePerformance", false)
                .put("siteApps", new JsonArray());
    }

    private static void json(RoutingContext exchange, JsonObject answer) {
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(answer.encode());
    }
}
