package io.itinera.loadtests.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Hashes of payloads. An event that is taken is given a normal form, so its hash is over what must
 * survive that: the type, the name, properties and traits, names in order; the first half of a
 * SHA-256 in hexadecimal. What is put aside is kept as it came, so its hash is over its bytes.
 */
public final class Payloads {
    /** Of an event that is put aside, so many bytes are kept. */
    public static final int KEPT_BYTES = 64 * 1024;

    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final int HASH_BYTES = 16;

    private Payloads() {}

    /**
     * Of an event as it was sent, or as it stands on a topic: the same when nothing was changed.
     */
    public static String hash(JsonNode event) {
        String type = event.path("type").asText();
        String told = event.path("event").asText(event.path("name").asText());
        String name = type.equals("track") ? told : "$" + type;
        String payload =
                String.join(
                        "\n",
                        type,
                        name,
                        sorted(event.path("properties")),
                        sorted(event.path("traits")));
        return hash(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes, as far as they are kept. */
    public static String hash(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, Math.min(bytes.length, KEPT_BYTES));
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static String sorted(JsonNode node) {
        try {
            return node.isMissingNode()
                    ? "{}"
                    : SORTED.writeValueAsString(SORTED.convertValue(node, Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no payload: " + node, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
