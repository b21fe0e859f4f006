package io.itinera.conditions;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a question looks for in a history: events of one name that pass a filter and, where it adds
 * up, the numbers under one of their properties. Equal measures find the same, whoever compiled
 * them.
 *
 * @param event the name of the events
 * @param where what they must satisfy
 * @param filterHash names that: equal filters have equal hashes; empty where every event satisfies
 * @param bound true when the filter mentions the trigger, so that only an enrollment can measure it
 * @param property whose numbers are added up; null where none are
 */
public record Measure(
        String event, Filter where, String filterHash, boolean bound, @Nullable String property) {

    /** Of all events of a name. */
    public static Measure every(String event) {
        return new Measure(event, Filter.EVERYTHING, "", false, null);
    }

    /** Whether every event of the name matches. */
    public boolean takesEvery() {
        return filterHash.isEmpty();
    }

    /** Whether an event of the name matches. */
    public boolean takes(Map<String, Object> properties) {
        return where.passes(properties, Map.of());
    }

    /** What is added up of an event; null where nothing is. */
    public @Nullable Object value(Map<String, Object> properties) {
        return property == null ? null : Values.at(properties, property);
    }

    /** Filters are functions, which do not know their equals: their hashes do. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measure it
                && event.equals(it.event)
                && filterHash.equals(it.filterHash)
                && Objects.equals(property, it.property);
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, filterHash, property);
    }
}
