package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Performed;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.util.Map;
import java.util.Optional;

/**
 * One "performed" inside a condition, compiled.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param where what a counted event must satisfy
 */
public record Performance(Performed condition, String hash, boolean bound, Filter where) {

    /** The name of the events that count. */
    public String event() {
        return condition.event();
    }

    /** How often. */
    public Times times() {
        return condition.times();
    }

    /** Within which time; empty for ever. */
    public Optional<Window> window() {
        return Optional.ofNullable(condition.window());
    }

    /** Whether an event counts, its time aside. */
    public boolean counts(
            String name, Map<String, Object> properties, Map<String, Object> trigger) {
        return condition.event().equals(name) && where.passes(properties, trigger);
    }
}
