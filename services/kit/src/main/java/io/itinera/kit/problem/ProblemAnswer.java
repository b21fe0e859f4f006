package io.itinera.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The same documents for what answers below REST: filters and reactive routes. */
public final class ProblemAnswer {
    private ProblemAnswer() {}

    /** Ends the exchange with the problem's document. */
    public static Future<Void> end(RoutingContext exchange, Problem problem) {
        exchange.response()
                .setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        problem.retryAfter()
                .ifPresent(
                        after ->
                                exchange.response()
                                        .putHeader(
                                                HttpHeaders.RETRY_AFTER,
                                                Long.toString(after.toSeconds())));
        return exchange.response().end(body(problem, exchange.normalizedPath()));
    }

    /** The problem's document as bytes, for who writes the answer in a way of its own. */
    public static Buffer body(Problem problem, String path) {
        try {
            return Buffer.buffer(
                    Json.mapper().writeValueAsBytes(ProblemDocument.of(problem, path)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem document is always JSON", impossible);
        }
    }
}
