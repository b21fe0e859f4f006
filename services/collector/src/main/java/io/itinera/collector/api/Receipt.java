package io.itinera.collector.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Receives one request's body, byte by counted byte. The exchange holds its share until it ends,
 * however it ends. Of a request that was refused the rest is read and let fall, because a client
 * that still sends would not see the answer of a connection that was closed; but not for ever.
 */
final class Receipt {
    private final RoutingContext exchange;
    private final InFlight.Share share;
    private final Stragglers stragglers;
    private final long limit;
    private final Duration retryAfter;
    private final Context context;
    private final long startedAt = System.nanoTime();
    private Buffer body = Buffer.buffer();
    private long received;
    private boolean refused;
    private boolean ended;

    Receipt(
            RoutingContext exchange,
            InFlight.Share share,
            Stragglers stragglers,
            long limit,
            Duration retryAfter) {
        this.exchange = exchange;
        this.share = share;
        this.stragglers = stragglers;
        this.limit = limit;
        this.retryAfter = retryAfter;
        this.context = exchange.vertx().getOrCreateContext();
    }

    /** Starts to receive; the consumer gets the whole body, unless the request was refused. */
    void whole(Consumer<byte[]> consumer) {
        exchange.addEndHandler(_ -> share.letGo());
        stragglers.watch(this);
        exchange.request()
                .handler(this::append)
                .exceptionHandler(_ -> end())
                .endHandler(
                        _ -> {
                            end();
                            if (!refused) {
                                consumer.accept(body.getBytes());
                            }
                        });
    }

    /** Receives a body that nobody wants, because the request is refused without it. */
    void nothing() {
        refused = true;
        whole(_ -> {});
    }

    /** What it holds of the budget. */
    InFlight.Share share() {
        return share;
    }

    /** How long ago it began, in nanoseconds. */
    long age(long now) {
        return now - startedAt;
    }

    /** Gives it up if it has not ended and that holds for the bytes that are there. */
    void giveUpIf(LongPredicate isLate) {
        context.runOnContext(
                _ -> {
                    if (!ended && isLate.test(received)) {
                        giveUp();
                    }
                });
    }

    private void giveUp() {
        if (!refused) {
            refuse(new Problem(ProblemCode.REQUEST_TIMEOUT, "The body came too slowly"));
        }
        hangUp();
    }

    private void append(Buffer chunk) {
        received += chunk.length();
        if (refused) {
            if (received > 2 * limit) {
                hangUp();
            }
        } else if (received > limit) {
            refuse(
                    new Problem(
                            ProblemCode.TOO_LARGE, "The body has more than " + limit + " bytes"));
        } else if (share.take(chunk.length())) {
            body.appendBuffer(chunk);
        } else {
            refuse(new Problem(ProblemCode.TOO_MANY_REQUESTS, "Too much is under way", retryAfter));
        }
    }

    private void refuse(Problem problem) {
        refused = true;
        body = Buffer.buffer();
        exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemAnswer.end(exchange, problem);
    }

    private void end() {
        ended = true;
        stragglers.forget(this);
    }

    private void hangUp() {
        end();
        exchange.request().connection().close();
    }
}
