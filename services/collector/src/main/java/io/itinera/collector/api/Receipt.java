package io.itinera.collector.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Receives one request's body, byte by counted byte. It holds its share of the budget until the
 * body is whole, and then whoever consumes that does; or until it is clear that it never will be.
 * Of a request that was refused the rest is read and let fall, because a client that still sends
 * would not see the answer of a connection that was closed; but not for ever.
 */
final class Receipt {
    private final RoutingContext exchange;
    private final InFlight.Share share;
    private final Stragglers stragglers;
    private final long limit;
    private final Duration retryAfter;
    private final Context context;
    private final Progress progress = new Progress(System.nanoTime());
    private byte[] body = {};
    private int size;
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

    /**
     * Starts to receive. The consumer gets the whole body, unless the request was refused, and with
     * it the share, which it lets go of.
     */
    void whole(Consumer<byte[]> consumer) {
        stragglers.watch(this);
        exchange.request()
                .handler(this::append)
                .exceptionHandler(_ -> abandon())
                .endHandler(_ -> complete(consumer));
    }

    private void complete(Consumer<byte[]> consumer) {
        if (refused || ended) {
            abandon();
            return;
        }
        end();
        consumer.accept(size == body.length ? body : Arrays.copyOf(body, size));
    }

    private void abandon() {
        if (!ended) {
            end();
            share.letGo();
        }
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

    /**
     * Gives it up if it has not ended and does not keep this pace; while there is next to no room
     * for others, its pace must be another.
     */
    void giveUpUnless(Pace pace) {
        context.runOnContext(
                _ -> {
                    Pace now = share.isCrowded() ? pace.hurried() : pace;
                    if (!ended && progress.isLate(now, received, System.nanoTime())) {
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
            add(chunk);
        } else {
            refuse(new Problem(ProblemCode.TOO_MANY_REQUESTS, "Too much is under way", retryAfter));
        }
    }

    /** In room for as much as is announced, but for no more than twice what has come. */
    private void add(Buffer chunk) {
        int whole = size + chunk.length();
        if (whole > body.length) {
            body = Arrays.copyOf(body, (int) Math.clamp(announced(), whole, 2L * whole));
        }
        chunk.getBytes(body, size);
        size = whole;
    }

    private long announced() {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(Problem problem) {
        refused = true;
        body = new byte[0];
        size = 0;
        share.letGo();
        exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemAnswer.end(exchange, problem);
    }

    private void end() {
        ended = true;
        stragglers.forget(this);
    }

    private void hangUp() {
        abandon();
        exchange.request().connection().close();
    }
}
