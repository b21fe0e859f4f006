package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Counting;
import io.itinera.conditions.History;
import io.itinera.conditions.Performance;
import io.itinera.conditions.Subject;
import io.itinera.conditions.Verdict;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as conditions see them, with their whole history.
 *
 * @param traits what is known of them
 * @param event the properties of the event in question
 * @param trigger the properties of the event that may trigger a journey
 * @param triggeredAt when that event occurred
 * @param history what they did
 * @param now the moment of the question
 */
record Asked(
        Map<String, Object> traits,
        Map<String, Object> event,
        Map<String, Object> trigger,
        @Nullable Instant triggeredAt,
        History history,
        Instant now)
        implements Subject {

    /** Asked without any event in mind, as segments are. */
    static Asked at(Instant now, Customer customer, History history) {
        return new Asked(customer.traitValues(), Map.of(), Map.of(), null, history, now);
    }

    /** Asked about an event that may trigger a journey. */
    Asked about(Happening trigger) {
        return new Asked(
                traits,
                trigger.properties(),
                trigger.properties(),
                trigger.occurredAt(),
                history,
                now);
    }

    @Override
    public Verdict performed(Performance performance) {
        return Counting.count(performance, history, trigger, triggeredAt, now);
    }
}
