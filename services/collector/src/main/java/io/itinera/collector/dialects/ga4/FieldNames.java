package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.ObjectBytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What Segment's e-commerce calls the fields of Google Analytics; all others keep their names. */
final class FieldNames {
    private static final Map<String, String> OF_ITEMS =
            Map.of(
                    "item_id", "product_id",
                    "item_name", "name",
                    "item_brand", "brand",
                    "item_category", "category",
                    "item_variant", "variant",
                    "index", "position");
    private static final Map<String, String> OF_EVENTS =
            Map.of(
                    "transaction_id", "order_id",
                    "search_term", "query",
                    "shipping_tier", "shipping_method",
                    "payment_type", "payment_method");

    /** Shops often send these as texts; what is compared with numbers must be one. */
    private static final Set<String> NUMBERS =
            Set.of(
                    "price",
                    "quantity",
                    "discount",
                    "position",
                    "value",
                    "tax",
                    "shipping",
                    "revenue",
                    "total");

    private FieldNames() {}

    static Members ofItem(Members item) {
        return renamed(item, OF_ITEMS);
    }

    static Members ofEvent(Members params) {
        return renamed(params, OF_EVENTS);
    }

    private static Members renamed(Members members, Map<String, String> names) {
        Map<String, Slice> renamed = new LinkedHashMap<>();
        members.byName()
                .forEach(
                        (name, value) -> {
                            String known = names.getOrDefault(name, name);
                            renamed.put(known, NUMBERS.contains(known) ? number(value) : value);
                        });
        return new Members(renamed);
    }

    private static Slice number(Slice value) {
        String text = Members.text(value);
        return text == null ? value : ObjectBytes.number(text);
    }
}
