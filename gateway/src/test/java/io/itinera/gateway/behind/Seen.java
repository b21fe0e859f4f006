package io.itinera.gateway.behind;

import io.itinera.gateway.domain.Service;
import java.util.List;
import java.util.Map;

/**
 * A request that reached a service.
 *
 * @param headers by lower-case name
 */
public record Seen(
        Service service,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String body) {
    /** The values of a header; empty when it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
