package io.itinera.collector.api;

import io.itinera.collector.Collector;
import io.itinera.collector.Credentials;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.hooks.Hooks;
import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.collector.wire.SegmentBatch;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.Webhook;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.PublicPaths;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where other systems deliver their webhooks, each at its source's own address. */
@Singleton
final class HookRoutes {
    private static final String ROOT = "/hooks";
    private static final String TWILIO = "twilio";
    private static final PublicPaths PATHS = new PublicPaths(List.of(ROOT));

    private final CollectRoute collect;
    private final Collector collector;
    private final Hooks hooks;

    @Inject
    HookRoutes(CollectRoute collect, Collector collector, Hooks hooks) {
        this.collect = collect;
        this.collector = collector;
        this.hooks = hooks;
    }

    /** The write key in the path, and whatever its source asks a sender to prove. */
    @Produces
    @Singleton
    static PublicPaths publicPaths() {
        return PATHS;
    }

    void register(@Observes Router router) {
        router.post(ROOT + "/:writeKey").handler(this::take);
    }

    private void take(RoutingContext exchange) {
        Credentials key = new Credentials(exchange.pathParam("writeKey"), null, null, null);
        Optional<Source> source = collector.source(key);
        if (source.isEmpty()) {
            collect.handle(exchange, new Call(new SegmentBatch(), key, Reply.SUCCESS));
            return;
        }
        Webhook webhook = source.get().webhook();
        if (webhook == null) {
            ProblemAnswer.end(
                    exchange, new Problem(ProblemCode.NOT_FOUND, "This source takes no webhooks"));
            return;
        }
        Dialect dialect = hooks.dialect(source.get(), webhook, delivery(exchange.request()));
        Reply reply = webhook.preset().equals(TWILIO) ? Reply.TWIML : Reply.SUCCESS;
        collect.handle(exchange, new Call(dialect, key, reply));
    }

    private Delivery delivery(HttpServerRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(each -> headers.putIfAbsent(each.getKey(), each.getValue()));
        return new Delivery(
                request.method().name(),
                hooks.address(request.absoluteURI(), request.uri()),
                headers);
    }
}
