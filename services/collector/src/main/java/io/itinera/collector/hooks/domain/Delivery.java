package io.itinera.collector.hooks.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook says beside its body.
 *
 * @param method in upper case
 * @param address all of it, as its sender wrote it
 * @param headers by name in lower case; of two with one name the first
 */
public record Delivery(String method, String address, Map<String, String> headers) {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Words in the names of headers that prove who somebody is, or tell where. */
    private static final List<String> CONFIDENTIAL =
            List.of(
                    "authorization",
                    "cookie",
                    "hmac",
                    "signature",
                    "secret",
                    "token",
                    "api-key",
                    "forwarded",
                    "real-ip");

    public Delivery {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        headers = lower;
    }

    /** A header by its name, however it is written; null when it is not there. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Whether its body is a form. */
    public boolean isForm() {
        String type = headers.get("content-type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** The headers that a mapping may read, and quarantine keep: no proofs, no addresses. */
    public Map<String, String> open() {
        Map<String, String> open = new TreeMap<>(headers);
        open.keySet().removeIf(name -> CONFIDENTIAL.stream().anyMatch(name::contains));
        return open;
    }
}
