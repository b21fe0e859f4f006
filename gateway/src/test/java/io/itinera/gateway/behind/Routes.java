package io.itinera.gateway.behind;

import io.itinera.gateway.domain.Service;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The routes that the services have, and the OpenAPI documents that say so. */
public final class Routes {
    /** One route of one service. */
    public record Route(Service service, String method, String path) {}

    private Routes() {}

    /** Every route of every service. */
    public static List<Route> all() {
        try (InputStream in = Routes.class.getResourceAsStream("/routes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(" ", -1)))
                    .map(Routes::route)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route route(List<String> words) {
        Service service = Service.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
        return new Route(service, words.get(1), words.get(2));
    }

    /** The OpenAPI document of a service; every service has a component called Answer. */
    static JsonObject document(Service service) {
        JsonObject paths = new JsonObject();
        all().stream()
                .filter(route -> route.service() == service)
                .forEach(route -> add(paths, route));
        JsonObject answer =
                new JsonObject()
                        .put("type", "object")
                        .put("title", "An answer of " + service.text());
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", new JsonObject().put("title", service.text()).put("version", "1"))
                .put("paths", paths)
                .put(
                        "components",
                        new JsonObject().put("schemas", new JsonObject().put("Answer", answer)));
    }

    private static void add(JsonObject paths, Route route) {
        if (!paths.containsKey(route.path())) {
            paths.put(route.path(), new JsonObject());
        }
        JsonObject schema = new JsonObject().put("$ref", "#/components/schemas/Answer");
        JsonObject content =
                new JsonObject().put("application/json", new JsonObject().put("schema", schema));
        JsonObject response = new JsonObject().put("description", "ok").put("content", content);
        paths.getJsonObject(route.path())
                .put(
                        route.method().toLowerCase(Locale.ROOT),
                        new JsonObject().put("responses", new JsonObject().put("200", response)));
    }
}
