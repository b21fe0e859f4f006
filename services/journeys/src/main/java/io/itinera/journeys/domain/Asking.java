package io.itinera.journeys.domain;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import io.itinera.conditions.Performance;
import io.itinera.conditions.Question;
import io.itinera.conditions.Subject;
import io.itinera.conditions.Vantage;
import io.itinera.conditions.Verdict;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.messages.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A customer inside a run, as conditions see them: what mentions the trigger is counted by the run
 * itself; all other history, what is known of their account, and how they stand with journeys,
 * stands in the profile, as membership under the condition's hash.
 */
record Asking(
        UUID customer,
        Profile profile,
        Trigger started,
        Map<String, List<Instant>> counts,
        Instant now)
        implements Subject {

    @Override
    public Map<String, Object> traits() {
        return profile.traits();
    }

    @Override
    public Map<String, Object> account() {
        return Map.of();
    }

    /** Only whether it is so is known here, as membership under the hash of what is asked. */
    @Override
    public Verdict answer(Condition.Account asked, Function<Subject, Verdict> asking) {
        return Verdict.of(isIn(Conditions.hash(asked)));
    }

    @Override
    public boolean isIn(String segment) {
        return profile.segments().contains(segment);
    }

    @Override
    public boolean stands(UUID journey, Condition.Journey.State state) {
        return isIn(Conditions.hash(new Condition.Journey(journey, state)));
    }

    @Override
    public Map<String, Object> event() {
        return started.properties();
    }

    @Override
    public Map<String, Object> trigger() {
        return started.properties();
    }

    /** Of bound questions, only counts are let into a plan. */
    @Override
    public Verdict answer(Question question) {
        if (!question.bound()) {
            return Verdict.of(isIn(question.hash()));
        }
        if (!(question instanceof Performance performance)) {
            throw new IllegalStateException("a plan asks what no run can answer: " + question);
        }
        History counted = (_, from, visitor) -> visit(performance.hash(), from, visitor);
        return performance
                .ofMatches()
                .answer(new Vantage(counted, trigger(), started.occurredAt(), now));
    }

    private void visit(String hash, Instant from, Predicate<History.Occurrence> visitor) {
        for (Instant at : counts.getOrDefault(hash, List.of())) {
            if (at.isBefore(from) || !visitor.test(new History.Occurrence(at, Map.of()))) {
                return;
            }
        }
    }
}
