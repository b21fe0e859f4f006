package io.itinera.kit.tenancy;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that a service serves, REST, reactive routes and files alike, and lets
 * nothing through without an internal token but the public paths.
 */
@Singleton
final class InternalTokenFilter {
    /** After CORS (300), whose preflight carries no credential; before all else. */
    private static final int PRIORITY = 250;

    private static final String SCHEME = "Bearer ";

    private final TenancyConfig config;
    private final Instance<TokenCheck> check;
    private final List<PublicPaths> own;

    @Inject
    InternalTokenFilter(
            TenancyConfig config, Instance<TokenCheck> check, @All List<PublicPaths> own) {
        this.config = config;
        this.check = check;
        this.own = own;
    }

    void register(@Observes Filters filters) {
        if (!config.required()) {
            return;
        }
        TokenCheck tokens = check.get();
        filters.register(exchange -> admit(exchange, tokens), PRIORITY);
    }

    private void admit(RoutingContext exchange, TokenCheck tokens) {
        if (isPublic(exchange)) {
            exchange.next();
            return;
        }
        try {
            Caller.put(exchange, tokens.grant(token(exchange)));
        } catch (Problem refused) {
            ProblemAnswer.end(exchange, refused);
            return;
        }
        exchange.next();
    }

    /** A path that normalising changes is never public: what it leads to is not what it says. */
    private boolean isPublic(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        return path.equals(exchange.request().path())
                && (PublicPaths.EVERYWHERE.cover(path)
                        || own.stream().anyMatch(paths -> paths.cover(path)));
    }

    private static String token(RoutingContext exchange) {
        @Nullable String header = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "There is no internal token");
        }
        return header.substring(SCHEME.length());
    }
}
