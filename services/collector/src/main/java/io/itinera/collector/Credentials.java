package io.itinera.collector;

import org.jspecify.annotations.Nullable;

/**
 * The write keys that a request carries outside of its body.
 *
 * @param basic the user name of Basic authorization, which goes before all
 * @param query the parameter {@code writeKey}
 * @param header the header {@code X-Write-Key}
 */
public record Credentials(@Nullable String basic, @Nullable String query, @Nullable String header) {

    /** The key that holds; null when the request carries none. */
    @Nullable String key(@Nullable String inBody) {
        if (basic != null) {
            return basic;
        }
        if (inBody != null) {
            return inBody;
        }
        return query == null ? header : query;
    }
}
