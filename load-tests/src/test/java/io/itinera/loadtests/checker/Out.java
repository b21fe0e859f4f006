package io.itinera.loadtests.checker;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record that an {@link Understudy} is about to write, as it stands in the topic named. */
record Out(String topic, ObjectNode json) {
    String id() {
        return json.path("id").asText();
    }

    String owner() {
        return json.path("workspace").asText()
                + "|"
                + json.path("anonymousId").asText()
                + "|"
                + json.path("userId").asText();
    }

    Out copy() {
        return new Out(topic, json.deepCopy());
    }
}
