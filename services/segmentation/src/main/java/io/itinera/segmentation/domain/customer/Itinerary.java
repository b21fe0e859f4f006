package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.Cause;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a customer stands with journeys while something is told of it. */
final class Itinerary {
    /** With how many journeys it is known; whoever is in none of them for longest makes room. */
    static final int MAX_JOURNEYS = 100;

    private final SortedMap<UUID, Progress> progress;
    private final Set<UUID> changed = new HashSet<>();

    Itinerary(SortedMap<UUID, Progress> progress) {
        this.progress = new TreeMap<>(progress);
    }

    SortedMap<UUID, Progress> progress() {
        return progress;
    }

    /** The journeys with which the customer stands otherwise now. */
    Set<UUID> changed() {
        return changed;
    }

    void learn(Outcome outcome) {
        Cause cause = outcome.cause();
        Run run = cause == null ? null : run(outcome, cause.version());
        if (cause != null && run != null) {
            put(cause.journey(), known(cause.journey()).with(cause.enrollment(), run));
        }
    }

    private static @Nullable Run run(Outcome outcome, int version) {
        Instant at = outcome.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        if (outcome.name() == OutcomeName.JOURNEY_ENTERED) {
            return new Run(version, at, null, null, null);
        }
        if (outcome.name() != OutcomeName.JOURNEY_LEFT) {
            return null;
        }
        Instant entered = Conditions.moment(outcome.properties().get("enteredAt"));
        String reason = outcome.properties().get("reason") instanceof String text ? text : null;
        return new Run(version, entered == null ? at : entered, at, way(outcome), reason);
    }

    /** A way out that only a later release knows is an end like others. */
    private static WayOut way(Outcome outcome) {
        Object said = outcome.properties().get("way");
        for (WayOut way : WayOut.values()) {
            if (way.name().equals(said)) {
                return way;
            }
        }
        return WayOut.finished;
    }

    /** What was known of a customer who was found to be this one. */
    void learn(Customer other) {
        other.journeys().forEach((journey, its) -> put(journey, known(journey).with(its)));
    }

    private Progress known(UUID journey) {
        return progress.getOrDefault(journey, Progress.NONE);
    }

    private void put(UUID journey, Progress after) {
        Progress before = known(journey);
        if (after.isEmpty()) {
            return;
        }
        progress.put(journey, after);
        if (before.in() != after.in() || (before.finished() > 0) != (after.finished() > 0)) {
            changed.add(journey);
        }
        if (progress.size() > MAX_JOURNEYS) {
            longestOver().ifPresent(this::forget);
        }
    }

    private Optional<UUID> longestOver() {
        return progress.entrySet().stream()
                .filter(each -> !each.getValue().in())
                .min(Comparator.comparing((Map.Entry<UUID, Progress> it) -> it.getValue().lastAt()))
                .map(Map.Entry::getKey);
    }

    private void forget(UUID journey) {
        progress.remove(journey);
        changed.add(journey);
    }
}
