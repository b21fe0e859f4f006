package io.itinera.collector.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import io.itinera.conditions.PatternWeight;
import io.itinera.kit.problem.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text may become a plan's schema: it is one, it asks nobody else for a part of it, and
 * the work of holding an event against it is bounded. It may not refer to itself, so that all that
 * it says can be written out, and written out it has no more than {@value #MAX_PARTS} parts and
 * patterns of no more than {@value #MAX_STEPS} steps.
 */
final class SchemaCheck {
    static final int MAX_BYTES = 32 * 1024;
    static final int MAX_PARTS = 500;
    static final int MAX_STEPS = 20_000;
    private static final int MAX_FLAWS = 20;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final List<String> ONE =
            List.of(
                    "not",
                    "if",
                    "then",
                    "else",
                    "items",
                    "contains",
                    "additionalProperties",
                    "propertyNames",
                    "unevaluatedItems",
                    "unevaluatedProperties");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final List<String> MAPS =
            List.of("properties", "patternProperties", "dependentSchemas");
    private static final Set<String> NAMED_ELSEWHERE =
            Set.of(
                    "$id",
                    "$anchor",
                    "$dynamicRef",
                    "$dynamicAnchor",
                    "$recursiveRef",
                    "$recursiveAnchor",
                    "$vocabulary");

    private final JsonNode root;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<JsonPointer> inside = new HashSet<>();
    private int parts;
    private long steps;

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** What is wrong with it, by JSON Pointers into it; nothing when it may be used. */
    static List<Flaw> flaws(JsonNode schema) {
        if (!schema.isObject()) {
            return List.of(new Flaw("", "a schema must be an object"));
        }
        if (schema.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return List.of(new Flaw("", "a schema has at most " + MAX_BYTES + " bytes"));
        }
        SchemaCheck check = new SchemaCheck(schema);
        check.part(schema, JsonPointer.empty());
        return check.flaws.isEmpty() ? ofItsKind(schema) : List.copyOf(check.flaws);
    }

    private static List<Flaw> ofItsKind(JsonNode schema) {
        Map<String, Flaw> firstOfEachPlace = new LinkedHashMap<>();
        for (Error error : PlanSchema.ofSchemas().validate(schema)) {
            String place = error.getInstanceLocation().toString();
            firstOfEachPlace.putIfAbsent(place, new Flaw(place, error.getMessage()));
        }
        return firstOfEachPlace.values().stream().limit(MAX_FLAWS).toList();
    }

    private void part(JsonNode schema, JsonPointer at) {
        if (++parts > MAX_PARTS) {
            blame(JsonPointer.empty(), "it has more than " + MAX_PARTS + " parts, written out");
            return;
        }
        if (!schema.isObject() || !inside.add(at)) {
            return;
        }
        named(schema, at);
        patterns(schema, at);
        reference(schema.get("$ref"), at.appendProperty("$ref"));
        ONE.forEach(name -> below(schema, name, at));
        LISTS.forEach(name -> each(schema.path(name), at.appendProperty(name)));
        MAPS.forEach(name -> members(schema.path(name), at.appendProperty(name)));
        inside.remove(at);
    }

    private void below(JsonNode schema, String name, JsonPointer at) {
        JsonNode part = schema.get(name);
        if (part != null) {
            part(part, at.appendProperty(name));
        }
    }

    private void each(JsonNode list, JsonPointer at) {
        for (int index = 0; index < list.size() && isBounded(); index++) {
            part(list.get(index), at.appendIndex(index));
        }
    }

    private void members(JsonNode map, JsonPointer at) {
        for (Map.Entry<String, JsonNode> member : map.properties()) {
            if (isBounded()) {
                part(member.getValue(), at.appendProperty(member.getKey()));
            }
        }
    }

    private boolean isBounded() {
        return parts <= MAX_PARTS;
    }

    private void named(JsonNode schema, JsonPointer at) {
        for (String name : NAMED_ELSEWHERE) {
            if (schema.has(name)) {
                blame(at.appendProperty(name), "is not taken here");
            }
        }
        JsonNode dialect = schema.get("$schema");
        if (dialect != null && !dialect.asText().equals(DIALECT)) {
            blame(at.appendProperty("$schema"), "must be " + DIALECT);
        }
    }

    private void patterns(JsonNode schema, JsonPointer at) {
        JsonNode pattern = schema.get("pattern");
        if (pattern != null && pattern.isTextual()) {
            pattern(pattern.asText(), at.appendProperty("pattern"));
        }
        JsonNode byPattern = schema.path("patternProperties");
        byPattern
                .fieldNames()
                .forEachRemaining(
                        regex ->
                                pattern(
                                        regex,
                                        at.appendProperty("patternProperties")
                                                .appendProperty(regex)));
    }

    private void pattern(String regex, JsonPointer at) {
        if (steps > MAX_STEPS) {
            return;
        }
        try {
            LinearPatterns.compiled(regex);
        } catch (PatternSyntaxException unknown) {
            blame(at, "is no regular expression of RE2: " + unknown.getDescription());
            return;
        }
        steps += PatternWeight.of(regex);
        if (steps > MAX_STEPS) {
            blame(JsonPointer.empty(), "its patterns have more than " + MAX_STEPS + " steps");
        }
    }

    private void reference(@Nullable JsonNode reference, JsonPointer at) {
        if (reference == null) {
            return;
        }
        JsonPointer target = pointer(reference.asText());
        if (target == null) {
            blame(at, "must lead to a part of this schema, such as #/$defs/price");
        } else if (root.at(target).isMissingNode()) {
            blame(at, "leads nowhere");
        } else if (inside.contains(target)) {
            blame(at, "leads back to itself");
        } else {
            part(root.at(target), target);
        }
    }

    private static @Nullable JsonPointer pointer(String reference) {
        if (!reference.startsWith("#") || reference.contains("%")) {
            return null;
        }
        try {
            return JsonPointer.compile(reference.substring(1));
        } catch (IllegalArgumentException anchor) {
            return null;
        }
    }

    private void blame(JsonPointer at, String message) {
        Flaw flaw = new Flaw(at.toString(), message);
        if (flaws.size() < MAX_FLAWS && !flaws.contains(flaw)) {
            flaws.add(flaw);
        }
    }
}
