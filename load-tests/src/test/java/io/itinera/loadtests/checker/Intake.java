package io.itinera.loadtests.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a request's events become when they are taken honestly. */
final class Intake {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sinks.Topics topics;

    Intake(Sinks.Topics topics) {
        this.topics = topics;
    }

    List<Out> of(JsonNode batch, String workspace) {
        List<Out> outs = new ArrayList<>();
        for (JsonNode event : batch) {
            outs.add(isUsable(event) ? taken(event, workspace) : aside(event, workspace));
        }
        return outs;
    }

    boolean isAside(Out out) {
        return out.topic().equals(topics.quarantine());
    }

    /** Small and honest: what the ledger's pills lack, and nothing else. */
    private static boolean isUsable(JsonNode event) {
        boolean known = event.hasNonNull("userId") || event.hasNonNull("anonymousId");
        boolean named = event.path("type").asText().equals("identify") || event.hasNonNull("event");
        return known && named && !event.path("event").asText().equals("Pill");
    }

    Out taken(JsonNode event, String workspace) {
        ObjectNode json = event.deepCopy();
        json.put("kind", "event").put("id", event.path("messageId").asText());
        json.put("workspace", workspace);
        if (event.path("type").asText().equals("identify")) {
            json.put("name", "$identify");
        } else {
            json.set("name", event.path("event"));
        }
        String receivedAt = now();
        json.put("occurredAt", event.path("timestamp").asText(receivedAt));
        json.put("receivedAt", receivedAt).put("source", "of " + workspace).put("historic", false);
        json.remove(List.of("messageId", "event", "timestamp"));
        return new Out(topics.events(), Out.owner(json), json);
    }

    Out aside(JsonNode event, String workspace) {
        byte[] original = event.toString().getBytes(StandardCharsets.UTF_8);
        ObjectNode json = JSON.createObjectNode();
        json.put("workspace", workspace).put("reason", "invalid_field");
        json.put("receivedAt", now());
        json.put("original", Base64.getEncoder().encodeToString(original));
        return new Out(topics.quarantine(), workspace, json);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
