package io.itinera.collector.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.collector.domain.Verdict;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.List;

/** What a client waits for when its events were taken. */
enum Reply {
    /** Segment's JSON. */
    SUCCESS,
    /** PostHog's JSON. */
    STATUS,
    /** RudderStack's word. */
    OK,
    /** TwiML that says nothing: what Twilio waits for when a message came in. */
    TWIML,
    /** 204 and nothing. */
    NOTHING,
    /** A transparent image of one pixel, whatever came of the request. */
    PIXEL;

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final Buffer IMAGE =
            Buffer.buffer(
                    Base64.getDecoder()
                            .decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));
    private static final Buffer ALL_TAKEN = Buffer.buffer("{\"success\":true}");
    private static final Buffer STATUS_ONE = Buffer.buffer("{\"status\":1}");

    /** Says that the events were taken, but for these where there is room to say so. */
    void taken(RoutingContext exchange, List<Verdict.Refused> refused) {
        HttpServerResponse response = exchange.response();
        switch (this) {
            case SUCCESS -> json(response, refused.isEmpty() ? ALL_TAKEN : told(refused));
            case STATUS -> json(response, refused.isEmpty() ? STATUS_ONE : told(refused));
            case OK -> {
                if (refused.isEmpty()) {
                    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain").end("OK");
                } else {
                    json(response, told(refused));
                }
            }
            case TWIML ->
                    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/xml").end("<Response/>");
            case NOTHING -> response.setStatusCode(204).end();
            case PIXEL -> image(response);
        }
    }

    /** Says why nothing was taken. */
    void problem(RoutingContext exchange, Problem problem) {
        if (this == PIXEL) {
            image(exchange.response().setStatusCode(problem.code().status()));
        } else {
            ProblemAnswer.end(exchange, problem);
        }
    }

    private static void image(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "image/gif")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(IMAGE);
    }

    private static void json(HttpServerResponse response, Buffer body) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body);
    }

    private static Buffer told(List<Verdict.Refused> refused) {
        try {
            return Buffer.buffer(Json.mapper().writeValueAsBytes(Answer.of(refused)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer is always JSON", impossible);
        }
    }
}
