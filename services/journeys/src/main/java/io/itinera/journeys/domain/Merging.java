package io.itinera.journeys.domain;

import io.itinera.contracts.outcomes.WayOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two customers' runs become one customer's. Where both were in the same run, the one that began
 * first goes on and takes in what the other gathered: one person is told once.
 */
final class Merging {
    private static final Comparator<Enrollment> BY_START =
            Comparator.comparing((Enrollment run) -> run.start().at())
                    .thenComparing(Enrollment::id);

    private final Definitions definitions;
    private final Instant now;
    private final List<Effect> effects;

    Merging(Definitions definitions, Instant now, List<Effect> effects) {
        this.definitions = definitions;
        this.now = now;
        this.effects = effects;
    }

    Customer merged(Customer customer, Moved moved) {
        List<Enrollment> all = new ArrayList<>(customer.enrollments());
        all.addAll(moved.enrollments());
        all.sort(BY_START);
        List<Enrollment> kept = new ArrayList<>();
        for (Enrollment run : all) {
            int same = sameRun(kept, run);
            if (same >= 0) {
                kept.set(same, joined(customer, kept.get(same), run));
                add(kept, stopped(customer, run, WayOut.merged, Reasons.SAME_RUN));
            } else if (run.inside() && inside(kept) >= Enrollment.MAX) {
                add(kept, stopped(customer, run, WayOut.crowded, Reasons.TOO_MANY));
            } else {
                kept.add(run);
            }
        }
        List<PastRun> past = new ArrayList<>(customer.past());
        past.addAll(moved.past());
        return customer.with(
                kept, past.subList(Math.max(0, past.size() - Customer.MAX_PAST), past.size()));
    }

    private static int sameRun(List<Enrollment> kept, Enrollment run) {
        for (int i = 0; i < kept.size() && run.inside(); i++) {
            Enrollment other = kept.get(i);
            if (other.inside() && other.sameRun(run.start().journey(), run.start().key())) {
                return i;
            }
        }
        return -1;
    }

    private static long inside(List<Enrollment> runs) {
        return runs.stream().filter(Enrollment::inside).count();
    }

    private Enrollment joined(Customer customer, Enrollment first, Enrollment second) {
        Walk walk = walk(customer, first);
        if (walk == null) {
            return first;
        }
        walk.join(second.memory());
        return walk.run();
    }

    private Enrollment stopped(Customer customer, Enrollment run, WayOut way, String reason) {
        Walk walk = walk(customer, run);
        if (walk == null) {
            Place place = Objects.requireNonNull(run.place(), "only who is inside is stopped");
            new Voice(customer, run.start(), run.told(), 0, now, effects)
                    .left(place.node(), place.visit(), way, reason);
            return new Enrollment(run.start(), null, run.memory(), List.of(), run.told());
        }
        walk.stop(way, reason);
        return walk.run();
    }

    private @Nullable Walk walk(Customer customer, Enrollment run) {
        return definitions
                .version(run.start().journey(), run.start().version())
                .map(version -> new Walk(version, customer, run, 0, now, effects))
                .orElse(null);
    }

    private static void add(List<Enrollment> kept, Enrollment run) {
        if (!Objects.requireNonNull(run).forgettable()) {
            kept.add(run);
        }
    }
}
