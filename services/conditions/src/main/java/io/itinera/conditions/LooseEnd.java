package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
record LooseEnd(Condition.Unfollowed condition, String hash, boolean bound, Stride did, Stride by)
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
        List<Instant> last = did.newest(vantage, vantage.start(condition.window()), 1);
        if (last.isEmpty() || !by.newest(vantage, last.getFirst().plusMillis(1), 1).isEmpty()) {
            return Verdict.of(false);
        }
        Duration after = condition.after();
        Instant ripe = after == null ? Instant.MIN : last.getFirst().plus(after);
        if (vantage.now().isBefore(ripe)) {
            return Verdict.until(false, ripe);
        }
        return condition.window() instanceof Window.Last window
                ? Verdict.until(true, last.getFirst().plus(window.length()))
                : Verdict.of(true);
    }
}
