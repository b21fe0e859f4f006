package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something happened a number of times within a window. Reads no more than decide it: one
 * past the upper bound, or the lower where there is none.
 *
 * @param condition as it was written: done by the customer, or come of a message
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param measure which events count
 * @param times how often
 * @param length within which time; null for ever
 */
public record Performance(
        Condition condition,
        String hash,
        boolean bound,
        Measure measure,
        Times times,
        @Nullable Window length)
        implements Question {

    /** Within which time; empty for ever. */
    public Optional<Window> window() {
        return Optional.ofNullable(length);
    }

    @Override
    public Set<String> events() {
        return Set.of(measure.event());
    }

    @Override
    public boolean turns() {
        return length instanceof Window.Last;
    }

    @Override
    public Verdict answer(Vantage vantage) {
        return Counting.count(this, vantage);
    }

    /** Whether an event counts, its time aside. */
    public boolean counts(
            String name, Map<String, Object> properties, Map<String, Object> trigger) {
        return measure.event().equals(name) && measure.where().passes(properties, trigger);
    }

    /** The same count of a history that has nothing in it but what passes the filter. */
    public Performance ofMatches() {
        return new Performance(
                condition, hash, bound, Measure.every(measure.event()), times, length);
    }
}
