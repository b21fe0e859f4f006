package io.itinera.collector.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Receives one request's body, byte by counted byte. The exchange holds its share until it ends,
 * however it ends.
 */
final class Receipt {
    private final RoutingContext exchange;
    private final InFlight.Share share;
    private final long limit;
    private final Duration retryAfter;
    private final Buffer body = Buffer.buffer();
    private boolean refused;

    Receipt(RoutingContext exchange, InFlight.Share share, long limit, Duration retryAfter) {
        this.exchange = exchange;
        this.share = share;
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /** Starts to receive; the consumer gets the whole body, unless the request was refused. */
    void whole(Consumer<byte[]> consumer) {
        exchange.addEndHandler(_ -> share.letGo());
        exchange.request()
                .handler(this::append)
                .endHandler(
                        _ -> {
                            if (!refused) {
                                consumer.accept(body.getBytes());
                            }
                        });
    }

    private void append(Buffer chunk) {
        if (refused) {
            return;
        }
        if (body.length() + (long) chunk.length() > limit) {
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
        exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemAnswer.end(exchange, problem);
    }
}
