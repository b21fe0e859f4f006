package io.itinera.loadtests.checker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record that an {@link Understudy} is about to write.
 *
 * @param topic where
 * @param key its key; for what is put aside, the workspace alone
 * @param json as it stands there
 */
record Out(String topic, String key, ObjectNode json) {
    String id() {
        return json.path("id").asText();
    }

    /** Whose it is, as a record's key has it. */
    static String owner(ObjectNode event) {
        String device = event.path("anonymousId").asText();
        String who =
                device.isEmpty() ? "user|" + event.path("userId").asText() : "anonymous|" + device;
        return event.path("workspace").asText() + "|" + who;
    }

    String owner() {
        return owner(json);
    }

    /** A record's timestamp. */
    long receivedAtMs() {
        return Instant.parse(json.path("receivedAt").asText()).toEpochMilli();
    }

    Out copy() {
        return new Out(topic, key, json.deepCopy());
    }

    Out under(String another) {
        return new Out(topic, another, json);
    }
}
