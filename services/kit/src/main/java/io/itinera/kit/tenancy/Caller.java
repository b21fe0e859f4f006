package io.itinera.kit.tenancy;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the request that is being answered. The workspace is known from here alone: no path, no
 * parameter and no body names one.
 */
@RequestScoped
public class Caller {
    private static final String GRANT = Grant.class.getName();

    private final CurrentVertxRequest request;

    @Inject
    Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The tenant that the request is about. */
    public String workspace() {
        return grant().workspace();
    }

    /** The person who asks. */
    public String person() {
        return grant().person();
    }

    /** What they may do there. */
    public Set<String> rights() {
        return grant().rights();
    }

    /** The {@code Authorization} header, to be passed on to a sibling of the same service. */
    public String authorization() {
        @Nullable RoutingContext exchange = request.getCurrent();
        if (exchange == null) {
            throw nobody();
        }
        return exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
    }

    /** The same for what answers below REST, where nothing is injected for a request. */
    public static Grant grant(RoutingContext exchange) {
        @Nullable Grant grant = exchange.get(GRANT);
        if (grant == null) {
            throw nobody();
        }
        return grant;
    }

    static void put(RoutingContext exchange, Grant grant) {
        exchange.put(GRANT, grant);
    }

    private Grant grant() {
        @Nullable RoutingContext exchange = request.getCurrent();
        if (exchange == null) {
            throw nobody();
        }
        return grant(exchange);
    }

    private static Problem nobody() {
        return new Problem(ProblemCode.UNAUTHENTICATED, "This needs an internal token");
    }
}
