package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something was done, long enough ago, and something else not since. Reads up to the newest
 * match of each.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param did what was done
 * @param by what was not done since
 */
record LooseEnd(Condition.Unfollowed condition, String hash, boolean bound, Measure did, Measure by)
        implements Question {

    @Override
    public Set<String> events() {
        return did.event().equals(by.event())
                ? Set.of(did.event())
                : Set.of(did.event(), by.event());
    }

    @Override
    public boolean turns() {
        return condition.after() != null || condition.window() instanceof Window.Last;
    }

    /** Nothing that time does ties a loose end: it ripens once, and leaves the window once. */
    @Override
    public Verdict answer(Vantage vantage) {
        Instant last = newest(did, vantage, vantage.start(condition.window()));
        if (last == null || newest(by, vantage, last.plusMillis(1)) != null) {
            return Verdict.of(false);
        }
        Duration after = condition.after();
        Instant ripe = after == null ? Instant.MIN : last.plus(after);
        if (vantage.now().isBefore(ripe)) {
            return Verdict.until(false, ripe);
        }
        return condition.window() instanceof Window.Last window
                ? Verdict.until(true, last.plus(window.length()))
                : Verdict.of(true);
    }

    private static @Nullable Instant newest(Measure measure, Vantage vantage, Instant from) {
        Matches newest = vantage.matches(measure, Reach.since(from).until(1));
        return newest.size() == 0 ? null : newest.at(0);
    }
}
