package io.itinera.collector.dialects.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.dialects.ga4.Complaint.Code;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a hit of the Measurement Protocol against Google's rules and keeps nothing of it. */
public final class HitCheck {
    private static final int MAX_EVENTS = 25;
    private static final int MAX_PARAMS = 25;
    private static final int MAX_ITEMS = 200;
    private static final int MAX_PROPERTIES = 25;
    private static final Duration OLDEST = Duration.ofDays(3);

    private final Instant now;
    private final List<Complaint> complaints = new ArrayList<>();

    private HitCheck(Instant now) {
        this.now = now;
    }

    /** What is wrong with a hit that came now; nothing when all is well. */
    public static List<Complaint> of(byte[] body, Instant now) {
        HitCheck check = new HitCheck(now);
        try {
            check.hit(Json.mapper().readTree(body));
        } catch (IOException notJson) {
            check.complain("", "The body is not JSON.", Code.VALUE_INVALID);
        }
        return List.copyOf(check.complaints);
    }

    private void hit(JsonNode hit) {
        if (!hit.isObject()) {
            complain("", "The body must be an object.", Code.VALUE_INVALID);
            return;
        }
        if (isBlank(hit.path("client_id")) && isBlank(hit.path("app_instance_id"))) {
            complain("client_id", "client_id or app_instance_id is required.", Code.VALUE_REQUIRED);
        }
        timestamp("timestamp_micros", hit.path(Surroundings.TIMESTAMP));
        properties(hit.path("user_properties"));
        JsonNode events = hit.path("events");
        if (!events.isArray() || events.isEmpty()) {
            complain("events", "At least one event is required.", Code.VALUE_REQUIRED);
        }
        atMost(MAX_EVENTS, events, "events");
        for (int n = 0; n < events.size(); n++) {
            event("events[" + n + "]", events.get(n));
        }
    }

    private void event(String path, JsonNode event) {
        JsonNode name = event.path("name");
        if (isBlank(name)) {
            complain(path + ".name", "An event must have a name.", Code.VALUE_REQUIRED);
        } else {
            name(path + ".name", name.asText(), HitNames.EVENT);
        }
        timestamp(path + ".timestamp_micros", event.path(Surroundings.TIMESTAMP));
        JsonNode params = event.path("params");
        atMost(MAX_PARAMS, params, path + ".params");
        for (Map.Entry<String, JsonNode> param : params.properties()) {
            param(path + ".params." + param.getKey(), param.getKey(), param.getValue());
        }
        if (params.has("value") && isBlank(params.path("currency"))) {
            complain(
                    path + ".params.currency",
                    "currency is required where value is set.",
                    Code.VALUE_REQUIRED);
        }
        items(path + ".params.items", params.path("items"));
    }

    private void param(String path, String name, JsonNode value) {
        name(path, name, HitNames.PARAM);
        length(path, value, HitNames.PARAM.maxValue());
        if (name.equals(Surroundings.TIMESTAMP)) {
            timestamp(path, value);
        }
    }

    private void items(String path, JsonNode items) {
        atMost(MAX_ITEMS, items, path);
        for (int n = 0; n < items.size(); n++) {
            JsonNode item = items.get(n);
            if (isBlank(item.path("item_id")) && isBlank(item.path("item_name"))) {
                complain(
                        path + "[" + n + "]",
                        "An item must have an item_id or an item_name.",
                        Code.VALUE_REQUIRED);
            }
        }
    }

    private void properties(JsonNode properties) {
        atMost(MAX_PROPERTIES, properties, "user_properties");
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String path = "user_properties." + property.getKey();
            name(path, property.getKey(), HitNames.PROPERTY);
            length(
                    path + ".value",
                    property.getValue().path("value"),
                    HitNames.PROPERTY.maxValue());
        }
    }

    private void name(String path, String name, HitNames rules) {
        if (!rules.isWellFormed(name)) {
            complain(
                    path,
                    "A name has at most %d letters, digits and underscores and begins with a letter."
                            .formatted(rules.maxName()),
                    Code.NAME_INVALID);
        } else if (rules.isReserved(name)) {
            complain(path, "The name is reserved.", Code.NAME_RESERVED);
        }
    }

    private void length(String path, JsonNode value, int most) {
        if (value.isTextual() && value.asText().length() > most) {
            complain(
                    path, "A value has at most %d characters.".formatted(most), Code.VALUE_INVALID);
        }
    }

    private void atMost(int most, JsonNode entities, String path) {
        if (entities.size() > most) {
            complain(path, "There may be at most %d.".formatted(most), Code.EXCEEDED_MAX_ENTITIES);
        }
    }

    private void timestamp(String path, JsonNode micros) {
        if (micros.isMissingNode()) {
            return;
        }
        if (!micros.asText().matches("\\d{1,18}")) {
            complain(path, "A time is a number of microseconds.", Code.VALUE_INVALID);
            return;
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(micros.asText()) / 1_000);
        if (at.isBefore(now.minus(OLDEST)) || at.isAfter(now)) {
            complain(path, "A time lies within the last 72 hours.", Code.VALUE_OUT_OF_BOUNDS);
        }
    }

    private static boolean isBlank(JsonNode node) {
        return !node.isValueNode() || node.isNull() || node.asText().isBlank();
    }

    private void complain(String path, String description, Code code) {
        complaints.add(new Complaint(path, description, code));
    }
}
