package io.itinera.segmentation.store;

import io.itinera.conditions.History.Occurrence;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Events as they are remembered: equal to what they were, in a third of the memory. Names and short
 * texts, which come again and again, are there once.
 */
final class Lean {
    /** A longer text hardly comes again. */
    static final int MOST_CHARACTERS = 64;

    /** So many texts are known before it is begun anew. */
    static final int MOST_TEXTS = 4_096;

    private final Map<String, String> texts = new HashMap<>();

    Occurrence of(Occurrence fat) {
        return new Occurrence(fat.occurredAt(), properties(fat.properties()), fat.id());
    }

    private Map<String, Object> properties(Map<String, Object> fat) {
        if (fat.values().stream().anyMatch(Objects::isNull)) {
            return fat;
        }
        Map<String, Object> lean = HashMap.newHashMap(fat.size());
        fat.forEach(
                (name, value) ->
                        lean.put(text(name), value instanceof String said ? text(said) : value));
        return Map.copyOf(lean);
    }

    private String text(String said) {
        if (said.length() > MOST_CHARACTERS) {
            return said;
        }
        if (texts.size() == MOST_TEXTS) {
            texts.clear();
        }
        return texts.computeIfAbsent(said, text -> text);
    }
}
