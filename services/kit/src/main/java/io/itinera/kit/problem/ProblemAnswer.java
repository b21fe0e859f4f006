package io.itinera.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.itinera.kit.trace.Traces;
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
        return exchange.response().end(bytes(document(exchange, problem)));
    }

    /** Where nothing has taken up the request's trace, the document names it all the same. */
    private static ProblemDocument document(RoutingContext exchange, Problem problem) {
        String traceId =
                Traces.currentId()
                        .or(() -> Traces.idOf(exchange.request().getHeader(Traces.HEADER)))
                        .orElse(null);
        return ProblemDocument.of(problem, exchange.normalizedPath(), traceId);
    }

    /** The problem's document as bytes, for who writes the answer in a way of its own. */
    public static Buffer body(Problem problem, String path) {
        return bytes(ProblemDocument.of(problem, path));
    }

    private static Buffer bytes(ProblemDocument document) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem document is always JSON", impossible);
        }
    }
}
