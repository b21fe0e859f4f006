package io.itinera.journeys.domain;

import io.itinera.conditions.Counting;
import io.itinera.conditions.Filter;
import io.itinera.conditions.History;
import io.itinera.conditions.Performance;
import io.itinera.conditions.Subject;
import io.itinera.conditions.Verdict;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A customer inside a run, as conditions see them: what mentions the trigger is counted by the run
 * itself, and all other history stands in the profile, as membership under the condition's hash.
 */
record Asking(Profile profile, Trigger started, Map<String, List<Instant>> counts, Instant now)
        implements Subject {

    @Override
    public Map<String, Object> traits() {
        return profile.traits();
    }

    @Override
    public Map<String, Object> event() {
        return started.properties();
    }

    @Override
    public Map<String, Object> trigger() {
        return started.properties();
    }

    @Override
    public Verdict performed(Performance performance) {
        if (!performance.bound()) {
            return Verdict.of(profile.segments().contains(performance.hash()));
        }
        Performance matched =
                new Performance(
                        performance.condition(), performance.hash(), true, Filter.EVERYTHING);
        History counted = (_, from, visitor) -> visit(performance.hash(), from, visitor);
        return Counting.count(matched, counted, trigger(), started.occurredAt(), now);
    }

    private void visit(String hash, Instant from, Predicate<History.Occurrence> visitor) {
        for (Instant at : counts.getOrDefault(hash, List.of())) {
            if (at.isBefore(from) || !visitor.test(new History.Occurrence(at, Map.of()))) {
                return;
            }
        }
    }
}
