package io.itinera.collector.hooks;

import io.itinera.collector.hooks.signatures.Scheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is known here.
 *
 * @param key what a source calls it
 * @param name what people call it
 * @param scheme how it signs; null when its source's rule says it, or nothing is signed
 * @param secret what its deliveries are checked with
 * @param mapping the JSONata expression for sources that have none of their own
 * @param examples some of its deliveries
 */
public record Preset(
        String key,
        String name,
        @Nullable Scheme scheme,
        Secret secret,
        String mapping,
        List<Example> examples) {
    /** The preset of senders that a source's rule describes. */
    public static final String RULED = "hmac";

    /** The preset of senders that sign nothing. */
    public static final String UNSIGNED = "none";

    public Preset {
        examples = List.copyOf(examples);
    }

    /** What deliveries are checked with, named as on the wire. */
    public enum Secret {
        /** Known to the provider and to us. */
        shared,
        /** The provider's public key. */
        publicKey,
        /** Nothing. */
        none
    }

    /**
     * A delivery as the provider sends it, without its signature.
     *
     * @param name what it tells of
     * @param headers by name
     */
    public record Example(String name, Map<String, String> headers, String body) {
        public Example {
            headers = Map.copyOf(headers);
        }
    }
}
