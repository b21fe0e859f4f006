package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;

/** Answers "performed n times in a window", and says when time alone turns it over. */
final class Counting {
    private Counting() {}

    static Verdict count(Performance performance, Vantage vantage) {
        Times times = performance.times();
        if (enough(times) == 0) {
            return Verdict.of(true);
        }
        Instant from = vantage.start(performance.length());
        Matches newest =
                vantage.matches(performance.measure(), Reach.since(from).until(enough(times)));
        boolean holds =
                newest.size() >= times.atLeast()
                        && (times.atMost() == null || newest.size() <= times.atMost());
        return performance.length() instanceof Window.Last last
                ? turning(newest, times, last.length(), holds)
                : Verdict.of(holds);
    }

    /** One past the upper bound decides, and without one the lower bound does. */
    private static int enough(Times times) {
        return times.atMost() == null ? times.atLeast() : times.atMost() + 1;
    }

    /**
     * Time only takes events out of a window: one that occurred at t is out at t + length. So a
     * count that is high enough falls below its lower bound when its n-th newest leaves, and one
     * that is too high comes down to its upper bound when the one after that leaves; unless as many
     * leave with it as bring it below the lower bound, for then it never holds.
     */
    private static Verdict turning(Matches newest, Times times, Duration length, boolean holds) {
        if (newest.size() < times.atLeast()) {
            return Verdict.of(false);
        }
        int leaver = holds ? times.atLeast() : newest.size();
        if (leaver == 0) {
            return Verdict.of(holds);
        }
        Instant leaves = newest.at(leaver - 1);
        return !holds && newest.after(leaves) < times.atLeast()
                ? Verdict.of(false)
                : Verdict.until(holds, leaves.plus(length));
    }
}
