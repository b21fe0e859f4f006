package io.itinera.messaging.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail shows of the things that an enrollment gathered: the event's own fields win, the
 * catalogue fills in what the event did not say, and a thing without a picture gets a plain one.
 */
public final class Items {
    /** The most items that one message looks up. */
    public static final int MAX_LOOKUPS = 200;

    /** By what properties an event may name an item, the first that is there. */
    private static final List<String> ID_FIELDS =
            List.of("product_id", "productId", "item_id", "sku", "id");

    private static final Pattern WEB =
            Pattern.compile(
                    "https?://[^\\s/?#@:\\\\\"'<>]+(:\\d{1,5})?([/?#][^\\s\"<>]*)?",
                    Pattern.CASE_INSENSITIVE);

    private Items() {}

    /** The ids of every item that these collections mention; at most {@value #MAX_LOOKUPS}. */
    public static Set<String> ids(Map<String, List<Map<String, Object>>> collections) {
        Set<String> ids = new LinkedHashSet<>();
        collections.values().stream()
                .flatMap(List::stream)
                .map(Items::id)
                .flatMap(Optional::stream)
                .limit(MAX_LOOKUPS)
                .forEach(ids::add);
        return ids;
    }

    /** The collections as a template sees them. */
    public static Map<String, Object> resolve(
            Map<String, List<Map<String, Object>>> collections,
            Map<String, CatalogueItem> catalogue,
            String placeholder) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        collections.forEach(
                (name, items) ->
                        resolved.put(
                                name,
                                items.stream()
                                        .map(item -> filled(item, catalogue, placeholder))
                                        .toList()));
        return resolved;
    }

    private static Map<String, Object> filled(
            Map<String, Object> event, Map<String, CatalogueItem> catalogue, String placeholder) {
        Optional<String> id = id(event);
        Map<String, Object> item = new LinkedHashMap<>();
        id.map(catalogue::get).ifPresent(known -> item.putAll(known.fields()));
        event.forEach((field, value) -> putIfSaid(item, field, value));
        id.ifPresent(text -> item.putIfAbsent("name", text));
        item.computeIfPresent("url", (field, url) -> web(url));
        item.computeIfPresent("image_url", (field, url) -> web(url));
        item.putIfAbsent("image_url", placeholder);
        return item;
    }

    private static void putIfSaid(Map<String, Object> item, String field, @Nullable Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            item.put(field, value);
        }
    }

    private static Optional<String> id(Map<String, Object> event) {
        return ID_FIELDS.stream()
                .map(event::get)
                .filter(value -> value instanceof String || value instanceof Number)
                .map(String::valueOf)
                .filter(id -> !id.isBlank() && id.length() <= CatalogueItem.MAX_ID)
                .findFirst();
    }

    /** The address, when a browser may follow it: events are strangers' words. */
    public static @Nullable String web(Object value) {
        return value instanceof String text && WEB.matcher(text.strip()).matches()
                ? text.strip()
                : null;
    }
}
