package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.ObjectBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An item as gtag writes it: parts between tildes, each a name of two letters with its value; a
 * tilde inside a value is doubled. Fields that the shop chose come as a pair of parts, {@code k0}
 * with the name and {@code v0} with the value.
 */
final class GtagItem {
    private static final char SEPARATOR = '~';
    private static final int NAME_LENGTH = 2;
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("id", "item_id"),
                    Map.entry("nm", "item_name"),
                    Map.entry("br", "item_brand"),
                    Map.entry("ca", "item_category"),
                    Map.entry("c2", "item_category2"),
                    Map.entry("c3", "item_category3"),
                    Map.entry("c4", "item_category4"),
                    Map.entry("c5", "item_category5"),
                    Map.entry("va", "item_variant"),
                    Map.entry("pr", "price"),
                    Map.entry("qt", "quantity"),
                    Map.entry("cp", "coupon"),
                    Map.entry("ds", "discount"),
                    Map.entry("ln", "item_list_name"),
                    Map.entry("li", "item_list_id"),
                    Map.entry("lp", "index"),
                    Map.entry("af", "affiliation"),
                    Map.entry("lo", "location_id"),
                    Map.entry("pi", "promotion_id"),
                    Map.entry("pn", "promotion_name"),
                    Map.entry("cn", "creative_name"),
                    Map.entry("cs", "creative_slot"));
    private static final Set<String> NUMBERS = Set.of("pr", "qt", "ds", "lp");

    private GtagItem() {}

    static Members parse(String text) {
        Members item = Members.none();
        Map<Character, String> own = new HashMap<>();
        for (String part : parts(text)) {
            if (part.length() > NAME_LENGTH) {
                add(item, own, part.substring(0, NAME_LENGTH), part.substring(NAME_LENGTH));
            }
        }
        return item;
    }

    private static void add(Members item, Map<Character, String> own, String name, String value) {
        char kind = name.charAt(0);
        char number = name.charAt(1);
        if (NAMES.containsKey(name)) {
            item.byName().put(NAMES.get(name), json(name, value));
        } else if (kind == 'k') {
            own.put(number, value);
        } else if (kind == 'v' && own.containsKey(number)) {
            item.byName().put(own.get(number), ObjectBytes.text(value));
        }
    }

    private static Slice json(String name, String value) {
        return NUMBERS.contains(name) ? ObjectBytes.number(value) : ObjectBytes.text(value);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean isTilde = text.charAt(at) == SEPARATOR;
            boolean isDoubled =
                    isTilde && at + 1 < text.length() && text.charAt(at + 1) == SEPARATOR;
            if (isTilde && !isDoubled) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            part.append(text.charAt(at));
            at += isDoubled ? 1 : 0;
        }
        parts.add(part.toString());
        return parts;
    }
}
