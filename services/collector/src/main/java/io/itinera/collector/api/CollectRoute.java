package io.itinera.collector.api;

import io.itinera.collector.Collector;
import io.itinera.collector.CollectorConfig;
import io.itinera.collector.Outcome;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One collecting request, from its first byte to its answer, whatever its content type says. */
@Singleton
final class CollectRoute {
    /** Larger bodies are read on a worker thread, so that they hold up nobody on the event loop. */
    private static final int LARGE_BYTES = 128 * 1024;

    private static final byte GZIP_FIRST = 0x1f;
    private static final byte GZIP_SECOND = (byte) 0x8b;

    private final Collector collector;
    private final CollectorConfig config;
    private final Receipts receipts;

    @Inject
    CollectRoute(Collector collector, CollectorConfig config, Receipts receipts) {
        this.collector = collector;
        this.config = config;
        this.receipts = receipts;
    }

    void handle(RoutingContext exchange, Call call) {
        HttpServerRequest http = exchange.request();
        Optional<Source> source = collector.source(call.credentials());
        Collector.Request request =
                new Collector.Request(
                        call.dialect(),
                        call.credentials(),
                        RequestHeaders.resent(http),
                        RequestHeaders.sender(http, source),
                        http.getHeader(HttpHeaders.ORIGIN),
                        RequestHeaders.trace(http));
        Receipt receipt = receipts.ofEvents(exchange, source.map(Source::id));
        Optional<Outcome> refusal = collector.refusal(request);
        if (refusal.isPresent()) {
            receipt.nothing();
            answer(exchange, call.reply(), refusal.get());
            return;
        }
        receipt.whole(
                wire -> {
                    Consumer<Outcome> answer = answer(exchange, call.reply(), receipt.share());
                    take(exchange, request, wire, receipt.share(), answer);
                });
    }

    private void take(
            RoutingContext exchange,
            Collector.Request request,
            byte[] wire,
            InFlight.Share share,
            Consumer<Outcome> answer) {
        boolean compressed = isCompressed(exchange.request(), wire);
        if (!compressed && wire.length <= LARGE_BYTES && !request.dialect().isSlow()) {
            takeAtOnce(exchange, request, wire, share, answer);
            return;
        }
        exchange.vertx()
                .executeBlocking(
                        () -> {
                            byte[] body = compressed ? decompress(wire, share) : wire;
                            collector.take(request, body, share::take, answer);
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
            RoutingContext exchange,
            Collector.Request request,
            byte[] body,
            InFlight.Share share,
            Consumer<Outcome> answer) {
        try {
            collector.take(request, body, share::take, answer);
        } catch (RuntimeException surprise) {
            share.letGo();
            exchange.fail(surprise);
        }
    }

    private byte[] decompress(byte[] wire, InFlight.Share share) {
        int limit = Math.toIntExact(config.maxBody().asLongValue());
        return new Gunzip(share, limit, config.retryAfter()).decompress(wire);
    }

    /** Some browsers' clients cannot say so in a header; no text begins with gzip's two bytes. */
    private static boolean isCompressed(HttpServerRequest request, byte[] wire) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean isSaid = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
        return isSaid || (wire.length > 1 && wire[0] == GZIP_FIRST && wire[1] == GZIP_SECOND);
    }

    /**
     * Answers on the exchange's own thread, wherever the outcome is told; until then the request's
     * bytes are held, even if the client has gone.
     */
    private Consumer<Outcome> answer(RoutingContext exchange, Reply reply, InFlight.Share share) {
        Context context = exchange.vertx().getOrCreateContext();
        return outcome -> {
            share.letGo();
            context.runOnContext(_ -> answer(exchange, reply, outcome));
        };
    }

    private void answer(RoutingContext exchange, Reply reply, Outcome outcome) {
        if (exchange.response().closed() || exchange.response().ended()) {
            return;
        }
        switch (outcome) {
            case Outcome.Taken(List<Verdict.Refused> refused) -> reply.taken(exchange, refused);
            case Outcome.Unreadable(String detail) ->
                    reply.problem(exchange, new Problem(ProblemCode.BAD_REQUEST, detail));
            case Outcome.TooLarge(String detail) ->
                    reply.problem(exchange, new Problem(ProblemCode.TOO_LARGE, detail));
            case Outcome.Crowded() ->
                    reply.problem(
                            exchange,
                            new Problem(
                                    ProblemCode.TOO_MANY_REQUESTS,
                                    "Too much is under way",
                                    config.retryAfter()));
            case Outcome.UnknownKey() -> reply.problem(exchange, unknownKey());
            case Outcome.ForeignOrigin() -> {
                Cors.withdraw(exchange);
                reply.problem(exchange, Sites.problem());
            }
            case Outcome.Limited(Duration wait) -> reply.problem(exchange, limited(wait));
            case Outcome.Unavailable() ->
                    reply.problem(
                            exchange,
                            new Problem(
                                    ProblemCode.UNAVAILABLE,
                                    "The events cannot be kept at the moment",
                                    config.retryAfter()));
        }
    }

    private static void fail(RoutingContext exchange, Throwable failure) {
        if (failure instanceof Problem problem) {
            ProblemAnswer.end(exchange, problem);
            return;
        }
        exchange.fail(failure);
    }

    private static Problem limited(Duration wait) {
        return new Problem(ProblemCode.TOO_MANY_REQUESTS, "This source has used up its rate", wait);
    }

    static Problem unknownKey() {
        return new Problem(ProblemCode.UNAUTHENTICATED, "No source has this write key");
    }
}
