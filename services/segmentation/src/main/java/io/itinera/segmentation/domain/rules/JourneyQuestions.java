package io.itinera.segmentation.domain.rules;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.Filter;
import io.itinera.conditions.InvalidCondition;
import io.itinera.conditions.Question;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import io.itinera.contracts.definitions.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one version of a journey needs to know of customers.
 *
 * @param workspace the tenant
 * @param journey the journey
 * @param version its version
 * @param event the event that may trigger it
 * @param where what that event must satisfy
 * @param bound conditions that mention the trigger, by hash: asked about each event that may
 *     trigger it
 * @param counted questions about what the customer did that mention the trigger, by hash: asked
 *     likewise
 * @param hidden those that do not, what is asked of accounts, and how customers stand with
 *     journeys, by hash: each is a segment that nobody named
 */
public record JourneyQuestions(
        String workspace,
        UUID journey,
        int version,
        String event,
        Filter where,
        Map<String, Compiled> bound,
        Map<String, Question> counted,
        Map<String, Compiled> hidden) {

    /**
     * Reads the questions out of a published version.
     *
     * @throws InvalidCondition when one of them makes no sense
     */
    public static JourneyQuestions of(JourneyDefinition definition) throws InvalidCondition {
        JourneyPlan plan = definition.plan();
        Map<String, Compiled> bound = new LinkedHashMap<>();
        Map<String, Question> counted = new LinkedHashMap<>();
        Map<String, Compiled> hidden = new LinkedHashMap<>();
        for (Condition condition : conditions(plan)) {
            Compiled compiled = Conditions.compile(condition);
            if (compiled.bound()
                    && plan.excludes().stream().map(Rule::when).anyMatch(condition::equals)) {
                bound.put(compiled.hash(), compiled);
            }
            for (Condition.Account account : compiled.accounts()) {
                hidden.put(Conditions.hash(account), Conditions.compile(account));
            }
            for (Condition.Journey journey : compiled.journeys()) {
                hidden.put(Conditions.hash(journey), Conditions.compile(journey));
            }
            for (Question question : compiled.questions()) {
                if (question.bound()) {
                    counted.put(question.hash(), question);
                } else {
                    hidden.put(question.hash(), Conditions.compile(question.condition()));
                }
            }
        }
        Condition where = plan.entry() == null ? null : plan.entry().where();
        return new JourneyQuestions(
                definition.workspace(),
                definition.id(),
                definition.version(),
                plan.entry() == null ? "" : plan.entry().event(),
                where == null ? Filter.EVERYTHING : Conditions.compileFilter(where),
                bound,
                counted,
                hidden);
    }

    /** Whether an event may trigger it. */
    boolean mayBegin(String name, Map<String, Object> properties) {
        return event.equals(name) && where.passes(properties, Map.of());
    }

    private static List<Condition> conditions(JourneyPlan plan) {
        List<Condition> found = new ArrayList<>();
        Stream.concat(plan.excludes().stream(), plan.exits().stream())
                .map(Rule::when)
                .forEach(found::add);
        if (plan.entry() != null && plan.entry().rule() != null) {
            found.add(Objects.requireNonNull(plan.entry().rule()));
        }
        for (Node node : plan.nodes().values()) {
            if (node instanceof Node.Branch branch) {
                branch.cases().stream().map(Node.Case::when).forEach(found::add);
            }
        }
        return found;
    }
}
