package io.itinera.gateway.api.door;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a signed-in browser send. A browser adds the session cookie by
 * itself, so a request that changes something must also show that it comes from our own page; the
 * cookie's SameSite attribute is the first lock, this the second. Bearer tokens need neither.
 */
@Singleton
final class CrossSite {
    /** Before login (200), so that a forged request does not even refresh a session. */
    private static final int PRIORITY = 240;

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SESSION_COOKIE = "q_session";

    void register(@Observes Filters filters) {
        filters.register(CrossSite::check, PRIORITY);
    }

    private static void check(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        boolean logsOut = exchange.normalizedPath().equals(Doorman.LOGOUT);
        if (logsOut && !request.method().equals(HttpMethod.POST)) {
            refuse(exchange, ProblemCode.METHOD_NOT_ALLOWED, "Signing out is a POST");
            return;
        }
        if (SAFE.contains(request.method()) || !isByCookie(request) || isOwn(request)) {
            exchange.next();
            return;
        }
        refuse(exchange, ProblemCode.FORBIDDEN, "This request does not come from our own page");
    }

    private static void refuse(RoutingContext exchange, ProblemCode code, String detail) {
        ProblemAnswer.end(exchange, new Problem(code, detail));
    }

    private static boolean isByCookie(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && request.cookies().stream()
                        .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
    }

    /**
     * What the browser says about itself decides; only who is no browser shows a header instead.
     */
    private static boolean isOwn(HttpServerRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return origin.equals(request.scheme() + "://" + request.authority());
        }
        return request.headers().contains("X-Requested-With");
    }
}
