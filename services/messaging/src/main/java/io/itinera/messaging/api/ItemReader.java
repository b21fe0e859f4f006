package io.itinera.messaging.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.messaging.domain.CatalogueItem;
import io.itinera.messaging.domain.Items;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads items as people send them: an array, or one object after another. */
final class ItemReader {
    private static final ObjectReader NODES = Json.mapper().readerFor(JsonNode.class);
    private static final Set<String> ADDRESSES = Set.of("url", "image_url");

    private ItemReader() {}

    static List<CatalogueItem> items(byte[] body) {
        List<CatalogueItem> items = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = NODES.readValues(body)) {
            while (nodes.hasNextValue()) {
                JsonNode node = nodes.nextValue();
                String path = "/" + items.size();
                if (!node.isObject()) {
                    throw Checks.flawed(path, "is no object");
                }
                if (items.size() == CatalogueItem.MAX_IMPORT) {
                    throw new Problem(
                            ProblemCode.TOO_LARGE,
                            "More than " + CatalogueItem.MAX_IMPORT + " items at once");
                }
                items.add(item(path, node));
            }
        } catch (JsonProcessingException broken) {
            throw new Problem(ProblemCode.BAD_REQUEST, "Not JSON after item " + items.size());
        } catch (IOException impossible) {
            throw new IllegalStateException("an array is read without a device", impossible);
        }
        return items;
    }

    private static CatalogueItem item(String path, JsonNode node) {
        String id = Checks.text(path + "/id", node.path("id").asText(""), CatalogueItem.MAX_ID);
        node.fieldNames().forEachRemaining(name -> Checks.plain(path, name));
        Map<String, Object> fields = new LinkedHashMap<>();
        node.properties().stream()
                .filter(field -> !field.getKey().equals("id") && !field.getValue().isNull())
                .forEach(
                        field ->
                                fields.put(
                                        field.getKey(), value(path + "/" + field.getKey(), field)));
        if (fields.size() > CatalogueItem.MAX_FIELDS) {
            throw Checks.flawed(path, "has more than " + CatalogueItem.MAX_FIELDS + " fields");
        }
        return new CatalogueItem(id, fields);
    }

    private static Object value(String path, Map.Entry<String, JsonNode> field) {
        plain(path, field.getValue());
        Object value = Json.mapper().convertValue(field.getValue(), Object.class);
        if (ADDRESSES.contains(field.getKey()) && Items.web(value) == null) {
            throw Checks.flawed(path, "is no address that starts with https:// or http://");
        }
        return value;
    }

    private static void plain(String path, JsonNode node) {
        Checks.plain(path, node.textValue());
        node.fieldNames().forEachRemaining(name -> Checks.plain(path, name));
        node.forEach(child -> plain(path, child));
    }
}
