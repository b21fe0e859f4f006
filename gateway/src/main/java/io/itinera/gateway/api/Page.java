package io.itinera.gateway.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets every address of the page open the page: its places are known to its own router alone. REST
 * would answer them with 404 before the page's files are looked at.
 */
@Singleton
final class Page {
    /** After the gate, before REST. */
    private static final int ORDER = 2;

    private static final String HOME = "/";
    private static final List<String> OURS = List.of("/api", "/login", "/logout", "/q");

    void open(@Observes Router router) {
        router.route("/*").method(HttpMethod.GET).order(ORDER).handler(Page::lead);
    }

    private static void lead(RoutingContext exchange) {
        if (isPlace(exchange.normalizedPath()) && isForPeople(exchange)) {
            exchange.reroute(HOME);
            return;
        }
        exchange.next();
    }

    /** Neither what the gateway answers itself nor a file. */
    private static boolean isPlace(String path) {
        boolean isOurs =
                OURS.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
        boolean isFile = path.indexOf('.', path.lastIndexOf('/')) >= 0;
        return !path.equals(HOME) && !isOurs && !isFile;
    }

    private static boolean isForPeople(RoutingContext exchange) {
        @Nullable String accepted = exchange.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }
}
