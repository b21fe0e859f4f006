package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether steps were taken one after the other. Reads all events of each name in its window.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param steps what must have followed on what
 */
record Succession(Condition.Sequence condition, String hash, boolean bound, List<Measure> steps)
        implements Question {

    Succession {
        steps = List.copyOf(steps);
    }

    @Override
    public Set<String> events() {
        return steps.stream().map(Measure::event).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean turns() {
        return condition.window() instanceof Window.Last;
    }

    /**
     * Time only takes steps out of the window, a walk's first step before its others: it holds
     * until the latest of all first steps of walks leaves.
     */
    @Override
    public Verdict answer(Vantage vantage) {
        Instant begun = latestBeginning(vantage);
        if (begun == null) {
            return Verdict.of(false);
        }
        return condition.window() instanceof Window.Last window
                ? Verdict.until(true, begun.plus(window.length()))
                : Verdict.of(true);
    }

    /** The latest first step from which the last can be reached in time. */
    private @Nullable Instant latestBeginning(Vantage vantage) {
        Instant from = vantage.start(condition.window());
        Arrival arrivals = null;
        for (int step = steps.size() - 1; step >= 0; step--) {
            List<Instant> taken = taken(steps.get(step), vantage, from);
            arrivals = arrivals == null ? Arrival.last(taken) : arrivals.before(taken);
            if (arrivals.isEmpty()) {
                return null;
            }
        }
        return arrivals == null ? null : arrivals.latestWithin(condition.within());
    }

    /** When a step was taken, newest first. */
    private static List<Instant> taken(Measure step, Vantage vantage, Instant from) {
        Matches matches = vantage.matches(step, Reach.since(from));
        return IntStream.range(0, matches.size()).mapToObj(matches::at).toList();
    }

    /**
     * For each time that a step was taken and from which the last step can be reached, the earliest
     * time at which it is. Who sets out later does not arrive earlier, so the next step to take is
     * always the earliest of those that come later.
     *
     * @param starts when the step was taken, newest first
     * @param ends when the last step is reached from there, likewise
     */
    private record Arrival(List<Instant> starts, List<Instant> ends) {

        static Arrival last(List<Instant> taken) {
            return new Arrival(taken, taken);
        }

        boolean isEmpty() {
            return starts.isEmpty();
        }

        Arrival before(List<Instant> taken) {
            List<Instant> reaching = new ArrayList<>();
            List<Instant> reached = new ArrayList<>();
            int later = 0;
            for (Instant start : taken) {
                while (later < starts.size() && starts.get(later).isAfter(start)) {
                    later++;
                }
                if (later > 0) {
                    reaching.add(start);
                    reached.add(ends.get(later - 1));
                }
            }
            return new Arrival(reaching, reached);
        }

        @Nullable Instant latestWithin(Duration longest) {
            for (int i = 0; i < starts.size(); i++) {
                if (!ends.get(i).isAfter(starts.get(i).plus(longest))) {
                    return starts.get(i);
                }
            }
            return null;
        }
    }
}
