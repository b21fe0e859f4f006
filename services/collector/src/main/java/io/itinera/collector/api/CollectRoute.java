package io.itinera.collector.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.collector.Collector;
import io.itinera.collector.CollectorConfig;
import io.itinera.collector.Outcome;
import io.itinera.collector.domain.Dialect;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.trace.Traces;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One collecting request, from its first byte to its answer, whatever its content type says. */
@Singleton
final class CollectRoute {
    /** Larger bodies are read on a worker thread, so that they hold up nobody on the event loop. */
    private static final int LARGE_BYTES = 128 * 1024;

    private static final Buffer SUCCESS = Buffer.buffer("{\"success\":true}");

    private final Collector collector;
    private final CollectorConfig config;
    private final InFlight inFlight;

    @Inject
    CollectRoute(Collector collector, CollectorConfig config, InFlight inFlight) {
        this.collector = collector;
        this.config = config;
        this.inFlight = inFlight;
    }

    void handle(RoutingContext exchange, Dialect dialect) {
        HttpServerRequest http = exchange.request();
        Collector.Request request =
                new Collector.Request(
                        dialect,
                        RequestHeaders.credentials(http),
                        RequestHeaders.resent(http),
                        Traces.current().orElse(null));
        Optional<Outcome> refusal = collector.refusal(request);
        if (refusal.isPresent()) {
            answer(exchange, refusal.get());
            return;
        }
        InFlight.Share share = inFlight.open();
        new Receipt(exchange, share, config.maxWire().asLongValue(), config.retryAfter())
                .whole(wire -> take(exchange, request, wire, share));
    }

    private void take(
            RoutingContext exchange, Collector.Request request, byte[] wire, InFlight.Share share) {
        boolean compressed = isCompressed(exchange.request());
        if (!compressed && wire.length <= LARGE_BYTES) {
            takeAtOnce(exchange, request, wire, share);
            return;
        }
        Consumer<Outcome> answer = answer(exchange, share);
        exchange.vertx()
                .executeBlocking(
                        () -> {
                            byte[] body = compressed ? decompress(wire, share) : wire;
                            collector.take(request, body, answer);
                            return body.length;
                        },
                        false)
                .onFailure(
                        failure -> {
                            share.letGo();
                            fail(exchange, failure);
                        });
    }

    private void takeAtOnce(
            RoutingContext exchange, Collector.Request request, byte[] body, InFlight.Share share) {
        try {
            collector.take(request, body, answer(exchange, share));
        } catch (RuntimeException surprise) {
            share.letGo();
            exchange.fail(surprise);
        }
    }

    private byte[] decompress(byte[] wire, InFlight.Share share) {
        int limit = Math.toIntExact(config.maxBody().asLongValue());
        return new Gunzip(share, limit, config.retryAfter()).decompress(wire);
    }

    private static boolean isCompressed(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
    }

    /**
     * Answers on the exchange's own thread, wherever the outcome is told; until then the request's
     * bytes are held, even if the client has gone.
     */
    private Consumer<Outcome> answer(RoutingContext exchange, InFlight.Share share) {
        share.hold();
        Context context = exchange.vertx().getOrCreateContext();
        return outcome -> {
            share.letGo();
            context.runOnContext(_ -> answer(exchange, outcome));
        };
    }

    private void answer(RoutingContext exchange, Outcome outcome) {
        if (exchange.response().closed() || exchange.response().ended()) {
            return;
        }
        switch (outcome) {
            case Outcome.Taken taken -> success(exchange, body(taken));
            case Outcome.Unreadable(String detail) ->
                    problem(exchange, new Problem(ProblemCode.BAD_REQUEST, detail));
            case Outcome.UnknownKey() -> problem(exchange, unknownKey());
            case Outcome.Unavailable() ->
                    problem(
                            exchange,
                            new Problem(
                                    ProblemCode.UNAVAILABLE,
                                    "The events cannot be kept at the moment",
                                    config.retryAfter()));
        }
    }

    private static void fail(RoutingContext exchange, Throwable failure) {
        if (failure instanceof Problem problem) {
            problem(exchange, problem);
            return;
        }
        exchange.fail(failure);
    }

    private static Problem unknownKey() {
        return new Problem(ProblemCode.UNAUTHENTICATED, "No source has this write key");
    }

    private static void success(RoutingContext exchange, Buffer body) {
        exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body);
    }

    private static Buffer body(Outcome.Taken taken) {
        if (taken.refused().isEmpty()) {
            return SUCCESS;
        }
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(Answer.of(taken.refused())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer is always JSON", impossible);
        }
    }

    private static void problem(RoutingContext exchange, Problem problem) {
        ProblemAnswer.end(exchange, problem);
    }

    static void discard(RoutingContext exchange) {
        success(exchange, SUCCESS);
    }
}
