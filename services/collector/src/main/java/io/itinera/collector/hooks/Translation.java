package io.itinera.collector.hooks;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.collector.hooks.domain.Mapped;
import io.itinera.collector.hooks.mapping.BodyTree;
import io.itinera.collector.hooks.mapping.Mappings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * How a source's deliveries become events.
 *
 * @param mappings which are compiled where a delivery is read, and no earlier
 * @param text its own mapping, or its preset's
 * @param patience how long that may take
 */
record Translation(Mappings mappings, String text, Duration patience) {
    /** The body without what is null in it. */
    private static final String FILLED = "filled";

    private static final int ID_LENGTH = 32;

    Mapped of(Delivery delivery, byte[] body) {
        BodyTree tree = BodyTree.of(delivery, body);
        if (tree.flaw() != null) {
            return Mapped.Failed.of(tree.flaw());
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("headers", delivery.open());
        variables.put("delivery", id(body));
        if (text.contains("$" + FILLED)) {
            variables.put(FILLED, tree.filled());
        }
        return mappings.of(text).of(tree.value(), variables, patience, System::nanoTime);
    }

    /** The same for the same bytes, so that what is delivered twice counts once. */
    static String id(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
