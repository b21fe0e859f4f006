package io.itinera.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of a schema breaks. Writers and readers of two releases run side by side, so what
 * one release requires or allows, the next may neither narrow nor take away; it may only add what
 * need not be there.
 */
final class SchemaChange {
    private static final Set<String> WORDS =
            Set.of("description", "title", "$id", "$schema", "$comment");
    private static final Set<String> LOWER_BOUNDS =
            Set.of("minLength", "minimum", "minItems", "minProperties");
    private static final Set<String> UPPER_BOUNDS =
            Set.of("maxLength", "maximum", "maxItems", "maxProperties");

    private final List<String> breaks = new ArrayList<>();

    private SchemaChange() {}

    /** Every place where a schema breaks what was released; empty when none does. */
    static List<String> breaks(JsonNode released, JsonNode now) {
        SchemaChange change = new SchemaChange();
        change.compare("", released, now);
        return change.breaks;
    }

    private void compare(String at, JsonNode released, JsonNode now) {
        if (now.isMissingNode()) {
            breaks.add(at + " is gone");
            return;
        }
        Set<String> keywords = new TreeSet<>();
        released.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        for (String keyword : keywords) {
            keyword(at + "/" + keyword, keyword, released.path(keyword), now.path(keyword));
        }
    }

    private void keyword(String at, String keyword, JsonNode released, JsonNode now) {
        if (keyword.equals("properties") || keyword.equals("$defs")) {
            released.fieldNames()
                    .forEachRemaining(
                            name -> compare(at + "/" + name, released.path(name), now.path(name)));
        } else if (keyword.equals("required")) {
            same(at, texts(released), texts(now));
        } else if (keyword.equals("enum") || keyword.equals("type")) {
            contains(at, texts(released), texts(now));
        } else if (LOWER_BOUNDS.contains(keyword)) {
            bound(at, now.asDouble(0) <= released.asDouble(0));
        } else if (UPPER_BOUNDS.contains(keyword)) {
            bound(
                    at,
                    now.isMissingNode()
                            || (!released.isMissingNode()
                                    && now.asDouble() >= released.asDouble()));
        } else if (keyword.equals("oneOf") || keyword.equals("anyOf")) {
            choices(at, released, now);
        } else if (keyword.equals("items") || keyword.equals("additionalProperties")) {
            element(at, released, now);
        } else if (!released.equals(now)) {
            breaks.add(at + " was " + released + " and is " + now);
        }
    }

    private void element(String at, JsonNode released, JsonNode now) {
        if (released.isObject() && now.isObject()) {
            compare(at, released, now);
        } else if (!released.equals(now)) {
            breaks.add(at + " was " + released + " and is " + now);
        }
    }

    private void choices(String at, JsonNode released, JsonNode now) {
        released.forEach(
                choice -> {
                    if (now.valueStream().noneMatch(choice::equals)) {
                        breaks.add(at + " lost " + choice);
                    }
                });
    }

    private void same(String at, Set<String> released, Set<String> now) {
        if (!released.equals(now)) {
            breaks.add(at + " was " + released + " and is " + now);
        }
    }

    private void contains(String at, Set<String> released, Set<String> now) {
        Set<String> lost = new TreeSet<>(released);
        lost.removeAll(now);
        if (!lost.isEmpty() || (released.isEmpty() && !now.isEmpty())) {
            breaks.add(at + " was " + released + " and is " + now);
        }
    }

    private void bound(String at, boolean isKept) {
        if (!isKept) {
            breaks.add(at + " is narrower");
        }
    }

    private static Set<String> texts(JsonNode value) {
        Set<String> texts = new TreeSet<>();
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
