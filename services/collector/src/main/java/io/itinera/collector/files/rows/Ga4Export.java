package io.itinera.collector.files.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.kit.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The export's schema, as a hit: what stands there as lists of keys and typed values are objects
 * again, and BigQuery's integers, which are texts in its JSON, are numbers.
 *
 * @see <a href="https://support.google.com/analytics/answer/7029846">BigQuery Export schema</a>
 */
final class Ga4Export {
    private static final String NOT_SET = "(not set)";
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");

    private static final String INT = "int_value";
    private static final List<String> OTHERS =
            List.of("string_value", "double_value", "float_value");

    /** What a hit calls the parameters that the export calls otherwise. */
    private static final Map<String, String> PARAMS =
            Map.of("ga_session_id", "session_id", "ga_session_number", "session_number");

    /**
     * What an order's own columns are among a hit's parameters. A list, for an event's id is made
     * of the hit's bytes: whoever reads the row another time must write them in the same order.
     */
    private static final List<Map.Entry<String, String>> ORDER =
            List.of(
                    Map.entry("transaction_id", "transaction_id"),
                    Map.entry("purchase_revenue", "value"),
                    Map.entry("refund_value", "value"),
                    Map.entry("shipping_value", "shipping"),
                    Map.entry("tax_value", "tax"));

    private static final String ITEM_PARAMS = "item_params";

    private Ga4Export() {}

    /** The hit that an exported row was. */
    static ObjectNode hit(JsonNode row) {
        ObjectNode hit = Json.mapper().createObjectNode();
        put(hit, "client_id", row.path("user_pseudo_id"));
        put(hit, "user_id", row.path("user_id"));
        put(hit, "timestamp_micros", row.path("event_timestamp"));
        put(hit, "device", row.path("device"));
        put(hit, "user_location", row.path("geo"));
        userProperties(hit, row.path("user_properties"));
        ObjectNode event = hit.putArray("events").addObject();
        put(event, "name", row.path("event_name"));
        params(event.putObject("params"), row);
        return hit;
    }

    private static void userProperties(ObjectNode hit, JsonNode listed) {
        if (listed.isEmpty()) {
            return;
        }
        ObjectNode properties = hit.putObject("user_properties");
        for (JsonNode entry : listed) {
            JsonNode value = value(entry);
            if (value != null) {
                properties.putObject(entry.path("key").asText()).set("value", value);
            }
        }
    }

    private static void params(ObjectNode params, JsonNode row) {
        flatten(params, row.path("event_params"));
        for (Map.Entry<String, String> column : ORDER) {
            if (!params.has(column.getValue())) {
                put(params, column.getValue(), row.path("ecommerce").path(column.getKey()));
            }
        }
        if (!row.path("items").isEmpty()) {
            ArrayNode items = params.putArray("items");
            row.path("items").forEach(item -> item(items.addObject(), item));
        }
    }

    private static void item(ObjectNode item, JsonNode exported) {
        exported.properties().stream()
                .filter(column -> !column.getKey().equals(ITEM_PARAMS))
                .forEach(column -> put(item, column.getKey(), column.getValue()));
        flatten(item, exported.path(ITEM_PARAMS));
    }

    private static void flatten(ObjectNode into, JsonNode listed) {
        for (JsonNode entry : listed) {
            String key = entry.path("key").asText();
            JsonNode value = value(entry);
            if (value != null && !key.isEmpty()) {
                into.set(PARAMS.getOrDefault(key, key), value);
            }
        }
    }

    /** The one of a key's typed values that is there. */
    private static @Nullable JsonNode value(JsonNode entry) {
        JsonNode typed = entry.path("value");
        if (isThere(typed.path(INT))) {
            return number(typed.path(INT));
        }
        return OTHERS.stream().map(typed::path).filter(Ga4Export::isThere).findFirst().orElse(null);
    }

    private static JsonNode number(JsonNode value) {
        String text = value.asText();
        return INTEGER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : value;
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        if (isThere(value)) {
            into.set(name, value);
        }
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual()
                        && (value.asText().isEmpty() || value.asText().equals(NOT_SET)));
    }
}
