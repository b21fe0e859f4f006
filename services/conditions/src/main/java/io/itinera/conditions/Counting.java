package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers "performed n times in a window" from a history, and says when time alone turns it over.
 */
public final class Counting {
    private Counting() {}

    /**
     * Counts.
     *
     * @param performance what to count
     * @param history where
     * @param trigger the properties of the event that started the enrollment; empty where there is
     *     none
     * @param triggeredAt when that event occurred; needed by a window that starts there
     * @param now the moment at which it is asked
     * @throws IllegalArgumentException when the window starts at the trigger and there is none
     */
    public static Verdict count(
            Performance performance,
            History history,
            Map<String, Object> trigger,
            @Nullable Instant triggeredAt,
            Instant now) {
        Times times = performance.times();
        Duration length =
                performance.window().orElse(null) instanceof Window.Last last
                        ? last.length()
                        : null;
        List<Instant> newest =
                newest(
                        performance,
                        history,
                        trigger,
                        from(performance, triggeredAt, now),
                        enough(times));
        boolean holds =
                newest.size() >= times.atLeast()
                        && (times.atMost() == null || newest.size() <= times.atMost());
        return length == null ? Verdict.of(holds) : turning(newest, times, length, holds);
    }

    /** One past the upper bound decides, and without one the lower bound does. */
    private static int enough(Times times) {
        return times.atMost() == null ? times.atLeast() : times.atMost() + 1;
    }

    private static Instant from(
            Performance performance, @Nullable Instant triggeredAt, Instant now) {
        return switch (performance.window().orElse(null)) {
            case null -> Instant.EPOCH;
            case Window.Last last -> now.minus(last.length()).plusMillis(1);
            case Window.Since since -> {
                if (triggeredAt == null) {
                    throw new IllegalArgumentException(
                            "a window since the trigger was asked without one");
                }
                yield triggeredAt;
            }
        };
    }

    private static List<Instant> newest(
            Performance performance,
            History history,
            Map<String, Object> trigger,
            Instant from,
            int enough) {
        List<Instant> found = new ArrayList<>();
        if (enough == 0) {
            return found;
        }
        history.scan(
                performance.event(),
                from,
                occurrence -> {
                    if (performance.where().passes(occurrence.properties(), trigger)) {
                        found.add(occurrence.occurredAt());
                    }
                    return found.size() < enough;
                });
        return found;
    }

    /**
     * Time only takes events out of a window: one that occurred at t is out at t + length. So a
     * count that is high enough falls below its lower bound when its n-th newest leaves, and one
     * that is too high comes down to its upper bound when the one after that leaves.
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
        return Verdict.until(holds, newest.get(leaver - 1).plus(length));
    }
}
