package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Condition.Occurrence.Which;
import java.time.Instant;
import java.util.Set;

/**
 * Whether the time at which something was done first or last passes a test. The last time reads up
 * to the newest match, the first all events of the name.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param turns whether the test moves with time
 * @param measure which events it may be
 * @param test what its time must satisfy
 */
record Occasion(
        Condition.Occurrence condition,
        String hash,
        boolean bound,
        boolean turns,
        Measure measure,
        Probe test)
        implements Question {

    @Override
    public Set<String> events() {
        return Set.of(condition.event());
    }

    @Override
    public Verdict answer(Vantage vantage) {
        Reach ever = Reach.since(Instant.EPOCH);
        Matches matches =
                vantage.matches(measure, condition.which() == Which.first ? ever : ever.until(1));
        Instant at = matches.size() == 0 ? null : matches.at(matches.size() - 1);
        vantage.measured(at);
        return test.ask(at, vantage.trigger(), vantage.now());
    }
}
