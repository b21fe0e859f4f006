package io.itinera.kit.streams;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * A read that may have to be passed on to a sibling of this instance.
 *
 * @param uri path and query, as asked
 * @param authorization the caller's internal token, which holds for every instance of the service
 * @param passed whether a sibling passed it on: then it is answered here or not at all
 */
public record Ask(String uri, String authorization, boolean passed) {
    /** Marks a request that a sibling passed on. */
    static final String PASSED = "X-Itinera-Passed";

    /** The read that is being answered. */
    public static Ask of(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return new Ask(
                request.uri(),
                authorization == null ? "" : authorization,
                request.headers().contains(PASSED));
    }
}
