package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Explanation;
import io.itinera.conditions.History;
import io.itinera.conditions.Question;
import io.itinera.conditions.Subject;
import io.itinera.conditions.Vantage;
import io.itinera.conditions.Verdict;
import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A customer as conditions see them, with their whole history.
 *
 * @param customer who it is
 * @param traits what is known of them
 * @param event the properties of the event in question
 * @param theirs the account that they belong to now
 * @param members tells whether they are in a segment, as far as has been decided
 * @param journeys where they stand with journeys
 * @param vantage what they did, as it is seen now
 */
record Asked(
        UUID customer,
        Map<String, Object> traits,
        Map<String, Object> event,
        AccountInQuestion theirs,
        Predicate<String> members,
        Map<UUID, Progress> journeys,
        Vantage vantage)
        implements Subject {

    /** Asked without any event in mind, as segments are. */
    static Asked at(
            Instant now,
            Customer customer,
            Memberships memberships,
            History history,
            KnownAccounts accounts) {
        return new Asked(
                customer.id(),
                customer.traitValues(),
                Map.of(),
                AccountInQuestion.of(customer, accounts),
                memberships::isMember,
                customer.journeys(),
                Vantage.of(history, now));
    }

    /** Asked about something that may trigger a journey. */
    Asked about(Map<String, Object> trigger, Instant triggeredAt) {
        return new Asked(
                customer,
                traits,
                trigger,
                theirs,
                members,
                journeys,
                new Vantage(vantage.history(), trigger, triggeredAt, vantage.now()));
    }

    @Override
    public Instant now() {
        return vantage.now();
    }

    @Override
    public Map<String, Object> account() {
        return theirs.values();
    }

    @Override
    public Map<String, Object> trigger() {
        return vantage.trigger();
    }

    @Override
    public boolean isIn(String segment) {
        return members.test(segment);
    }

    @Override
    public boolean stands(UUID journey, Condition.Journey.State state) {
        return journeys.getOrDefault(journey, Progress.NONE).is(state);
    }

    @Override
    public List<Explanation.Seen> runs(UUID journey, Condition.Journey.State state) {
        return journeys.getOrDefault(journey, Progress.NONE).shown(state);
    }

    @Override
    public Verdict answer(Question question) {
        return question.answer(vantage);
    }
}
