package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Answers "performed n times in a window", and says when time alone turns it over. */
final class Counting {
    private Counting() {}

    static Verdict count(Performance performance, Vantage vantage) {
        Times times = performance.times();
        List<Instant> newest = newest(performance, vantage);
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

    private static List<Instant> newest(Performance performance, Vantage vantage) {
        List<Instant> found = new ArrayList<>();
        int enough = enough(performance.times());
        if (enough == 0) {
            return found;
        }
        vantage.scan(
                performance.event(),
                vantage.start(performance.length()),
                performance.where(),
                occurrence -> {
                    found.add(occurrence.occurredAt());
                    return found.size() < enough;
                });
        return found;
    }

    /**
     * Time only takes events out of a window: one that occurred at t is out at t + length. So a
     * count that is high enough falls below its lower bound when its n-th newest leaves, and one
     * that is too high comes down to its upper bound when the one after that leaves; unless as many
     * leave with it as bring it below the lower bound, for then it never holds.
     */
    private static Verdict turning(
            List<Instant> newest, Times times, Duration length, boolean holds) {
        if (newest.size() < times.atLeast()) {
            return Verdict.of(false);
        }
        int leaver = holds ? times.atLeast() : newest.size();
        if (leaver == 0) {
            return Verdict.of(holds);
        }
        Instant leaves = newest.get(leaver - 1);
        long left = newest.stream().filter(at -> at.isAfter(leaves)).count();
        return !holds && left < times.atLeast()
                ? Verdict.of(false)
                : Verdict.until(holds, leaves.plus(length));
    }
}
