package io.itinera.contracts.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.List;
import java.util.Map;

/**
 * What is known of a customer; at most {@value #MAX_BYTES} bytes of JSON.
 *
 * @param identities by kind: {@code user}, {@code anonymous}, {@code email} and others, the newest
 *     of each
 * @param traits by name
 * @param segments ids of the segments that they are in
 * @param consents by channel
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Profile(
        Map<String, String> identities,
        Map<String, Object> traits,
        List<String> segments,
        Map<String, Consent> consents) {
    public static final int MAX_BYTES = 16 * 1024;

    public Profile {
        identities = Frozen.texts(identities);
        traits = Frozen.map(traits);
        segments = Frozen.list(segments);
        consents = consents == null ? Map.of() : Map.copyOf(consents);
    }
}
