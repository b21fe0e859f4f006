package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Condition.Occurrence.Which;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the time at which something was done first or last passes a test. The last time reads up
 * to the newest match, the first all events of the name.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param turns whether the test moves with time
 * @param where what the event must satisfy
 * @param test what its time must satisfy
 */
record Occasion(
        Condition.Occurrence condition,
        String hash,
        boolean bound,
        boolean turns,
        Filter where,
        Probe test)
        implements Question {

    @Override
    public Set<String> events() {
        return Set.of(condition.event());
    }

    @Override
    public Verdict answer(Vantage vantage) {
        Found found = new Found();
        vantage.scan(
                condition.event(),
                Instant.EPOCH,
                where,
                occurrence -> {
                    found.at = occurrence.occurredAt();
                    return condition.which() == Which.first;
                });
        vantage.measured(found.at);
        return test.ask(found.at, vantage.trigger(), vantage.now());
    }

    private static final class Found {
        private @Nullable Instant at;
    }
}
