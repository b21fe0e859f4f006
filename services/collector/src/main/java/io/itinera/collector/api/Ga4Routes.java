package io.itinera.collector.api;

import io.itinera.collector.Credentials;
import io.itinera.collector.dialects.ga4.Complaint;
import io.itinera.collector.dialects.ga4.GtagHits;
import io.itinera.collector.dialects.ga4.HitCheck;
import io.itinera.collector.dialects.ga4.MeasurementProtocol;
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
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google Analytics' paths. */
@Singleton
final class Ga4Routes {
    private static final PublicPaths PATHS = new PublicPaths(List.of("/mp", "/debug/mp", "/g"));

    /** Twice what Google takes; a hit is checked as a tree, which is many times its size. */
    private static final int MAX_CHECKED_BYTES = 256 * 1024;

    private final CollectRoute collect;
    private final Receipts receipts;
    private final InstantSource clock = InstantSource.system();

    @Inject
    Ga4Routes(CollectRoute collect, Receipts receipts) {
        this.collect = collect;
        this.receipts = receipts;
    }

    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return PATHS;
    }

    void register(@Observes Router router) {
        Cors.on(router, PATHS);
        router.post("/mp/collect")
                .handler(
                        exchange ->
                                collect.handle(
                                        exchange,
                                        Call.of(
                                                exchange,
                                                new MeasurementProtocol(),
                                                Reply.NOTHING)));
        router.post("/debug/mp/collect").handler(this::check);
        router.get("/g/collect").handler(exchange -> gtag(exchange, null));
        router.post("/g/collect").handler(exchange -> gtag(exchange, null));
        router.get("/g/:key/g/collect").handler(this::gtagBelowKey);
        router.post("/g/:key/g/collect").handler(this::gtagBelowKey);
    }

    /** Pages can give gtag an address to send to, but no key: so the address may have it. */
    private void gtagBelowKey(RoutingContext exchange) {
        gtag(exchange, exchange.pathParam("key"));
    }

    /** Without any other key the measurement id is tried. */
    private void gtag(RoutingContext exchange, @Nullable String key) {
        Credentials told = RequestHeaders.credentials(exchange.request());
        Credentials credentials =
                new Credentials(
                        told.basic(),
                        key == null ? told.query() : key,
                        told.header(),
                        told.api() == null ? exchange.request().getParam("tid") : told.api());
        String query = exchange.request().query();
        collect.handle(
                exchange,
                new Call(new GtagHits(query == null ? "" : query), credentials, Reply.NOTHING));
    }

    private void check(RoutingContext exchange) {
        Receipt receipt = receipts.ofAnything(exchange, MAX_CHECKED_BYTES);
        receipt.whole(
                body ->
                        exchange.vertx()
                                .executeBlocking(() -> HitCheck.of(body, clock.instant()), false)
                                .onSuccess(found -> answer(exchange, found))
                                .onFailure(exchange::fail)
                                .onComplete(_ -> receipt.share().letGo()));
    }

    private static void answer(RoutingContext exchange, List<Complaint> found) {
        JsonArray messages = new JsonArray();
        for (Complaint each : found) {
            messages.add(
                    new JsonObject()
                            .put("fieldPath", each.fieldPath())
                            .put("description", each.description())
                            .put("validationCode", each.code().name()));
        }
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject().put("validationMessages", messages).encode());
    }
}
