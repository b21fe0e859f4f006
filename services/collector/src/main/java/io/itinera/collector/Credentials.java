package io.itinera.collector;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The write keys that a request carries outside of its body.
 *
 * @param basic the user name of Basic authorization, which goes before all
 * @param query the parameter {@code writeKey}, or where a path has the key in it, that
 * @param header the header {@code X-Write-Key}
 * @param api the parameters {@code api_key} and {@code api_secret}, or what else a client has in
 *     their place
 */
public record Credentials(
        @Nullable String basic,
        @Nullable String query,
        @Nullable String header,
        @Nullable String api) {

    /**
     * The key that holds while nothing is known of the body, as it may be meant: a header may have
     * it as one half of a pair. None when the request carries none.
     */
    List<String> keys() {
        return keys(null, null);
    }

    /**
     * The key that holds.
     *
     * @param inBody the write key in the body
     * @param apiInBody what the body has in its place, which goes after all others
     */
    List<String> keys(@Nullable String inBody, @Nullable String apiInBody) {
        if (basic != null) {
            return List.of(basic);
        }
        if (inBody != null) {
            return List.of(inBody);
        }
        if (query != null) {
            return List.of(query);
        }
        if (header != null) {
            return withHalves(header);
        }
        String last = api == null ? apiInBody : api;
        return last == null ? List.of() : List.of(last);
    }

    private static List<String> withHalves(String pair) {
        int colon = pair.indexOf(':');
        return colon < 0
                ? List.of(pair)
                : Stream.of(pair, pair.substring(0, colon), pair.substring(colon + 1))
                        .filter(key -> !key.isEmpty())
                        .toList();
    }
}
