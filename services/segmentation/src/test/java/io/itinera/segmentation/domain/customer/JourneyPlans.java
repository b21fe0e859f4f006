package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Rule;
import io.itinera.segmentation.domain.rules.JourneyQuestions;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The smallest journeys that ask something. */
final class JourneyPlans {
    private JourneyPlans() {}

    static JourneyQuestions questions(String trigger, Condition exclude) throws InvalidCondition {
        JourneyPlan plan =
                new JourneyPlan(
                        "cart",
                        new Entry(trigger, null, null, null, Entry.Reentry.always, null),
                        Map.of(),
                        List.of(new Rule("ordered", exclude)),
                        List.of(),
                        "exit",
                        Map.of(),
                        Map.of(),
                        Map.of());
        return JourneyQuestions.of(
                new JourneyDefinition(
                        new UUID(1, 2), 1, Lives.WORKSPACE, Lives.START, plan, Map.of()));
    }
}
