package io.itinera.kit.tenancy;

import java.util.List;

/**
 * Paths of one service that need no internal token because they have a credential of their own,
 * such as the collector's write key. Everything under {@code /public/} is one of them anyway.
 *
 * @param prefixes each a path and everything below it, such as {@code /v1}
 */
public record PublicPaths(List<String> prefixes) {
    /** What is public in every service: its public rooms, its health, its figures, its document. */
    static final PublicPaths EVERYWHERE =
            new PublicPaths(List.of("/public", "/q/health", "/q/metrics", "/q/openapi"));

    public PublicPaths {
        prefixes = List.copyOf(prefixes);
        for (String prefix : prefixes) {
            if (!prefix.startsWith("/") || prefix.endsWith("/")) {
                throw new IllegalArgumentException(
                        "a public path starts with a slash, ends without one and is not all: "
                                + prefix);
            }
        }
    }

    /** Whether this path is one of them or below one of them. */
    boolean cover(String path) {
        return prefixes.stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
