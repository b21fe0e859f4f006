package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a client's events look like when they arrive: written by hand, whole, with a placeholder
 * such as {@code <id>} where a value differs from run to run. A file has what all its events share
 * under {@code every}, and under {@code events} what each has besides.
 */
final class Form {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a page is served differs from run to run, and stands inside of longer texts. */
    private static final String SITE = "http://127\\.0\\.0\\.1:\\d+";

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The first of these in an expected form holds for all that follow. */
    private static final List<String> SAME = List.of("<device>", "<instance>", "<session>");

    private final Map<String, Predicate<JsonNode>> placeholders = new HashMap<>();

    /**
     * A form that events which happened in this time can have.
     *
     * @param source whose they are
     */
    Form(String workspace, String source, Instant from, Instant to) {
        placeholders.put("<workspace>", value -> value.asText().equals(workspace));
        placeholders.put("<source>", value -> value.asText().equals(source));
        placeholders.put("<id>", value -> value.asText().matches("[\\w-]{16,100}"));
        placeholders.put("<time>", value -> isWithin(value, from, to));
        placeholders.put("<device>", value -> value.asText().matches(UUID));
        placeholders.put("<instance>", value -> value.asText().matches(UUID));
        placeholders.put("<session>", JsonNode::isIntegralNumber);
        placeholders.put("<pixels>", JsonNode::isNumber);
        placeholders.put("<brands>", value -> value.findValues("brand").size() > 1);
        placeholders.put("<browser>", value -> value.asText().startsWith("Mozilla/5.0 "));
        placeholders.put("<locale>", value -> value.asText().matches("[a-z]{2}(-[A-Z]{2})?"));
        placeholders.put("<zone>", value -> !value.asText().isBlank());
        placeholders.put("<platform>", value -> !value.asText().isBlank());
        placeholders.put("<host>", value -> value.asText().matches("127\\.0\\.0\\.1:\\d+"));
    }

    private static boolean isWithin(JsonNode value, Instant from, Instant to) {
        try {
            Instant at = Instant.parse(value.asText());
            return !at.isBefore(from) && !at.isAfter(to);
        } catch (DateTimeParseException noInstant) {
            return false;
        }
    }

    /** The events that the file of a client tells of. */
    static ArrayNode read(String client) throws IOException {
        JsonNode file = resource(client);
        ArrayNode events = JSON.createArrayNode();
        for (JsonNode event : file.path("events")) {
            ObjectNode whole = resource("every").deepCopy();
            merge(whole, file.path("every"));
            merge(whole, event);
            events.add(whole);
        }
        return events;
    }

    private static JsonNode resource(String name) throws IOException {
        String path = "/clients/" + name + ".json";
        try (InputStream in = Form.class.getResourceAsStream(path)) {
            return JSON.readTree(Objects.requireNonNull(in, path));
        }
    }

    /** What both have as an object becomes one; else the stronger holds. */
    private static void merge(ObjectNode weaker, JsonNode stronger) {
        for (Map.Entry<String, JsonNode> field : stronger.properties()) {
            if (weaker.get(field.getKey()) instanceof ObjectNode both
                    && field.getValue().isObject()) {
                merge(both, field.getValue());
            } else {
                weaker.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** What arrived, with placeholders wherever a form has one and the value is what it says. */
    JsonNode of(JsonNode form, JsonNode arrived) {
        if (form.isObject() && arrived.isObject()) {
            ObjectNode filled = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> field : form.properties()) {
                if (arrived.has(field.getKey())) {
                    JsonNode value = arrived.get(field.getKey());
                    filled.set(field.getKey(), of(field.getValue(), value));
                }
            }
            for (Map.Entry<String, JsonNode> more : arrived.properties()) {
                filled.putIfAbsent(more.getKey(), more.getValue());
            }
            return filled;
        }
        if (form.isArray() && arrived.isArray()) {
            ArrayNode filled = JSON.createArrayNode();
            for (int i = 0; i < arrived.size(); i++) {
                filled.add(of(form.path(i), arrived.get(i)));
            }
            return filled;
        }
        return value(form, arrived);
    }

    private JsonNode value(JsonNode form, JsonNode arrived) {
        Predicate<JsonNode> meant = placeholders.get(form.asText());
        if (meant != null && meant.test(arrived)) {
            if (SAME.contains(form.asText())) {
                placeholders.put(form.asText(), arrived::equals);
            }
            return form;
        }
        return arrived.isTextual()
                ? JSON.getNodeFactory().textNode(arrived.asText().replaceAll(SITE, "<site>"))
                : arrived;
    }
}
