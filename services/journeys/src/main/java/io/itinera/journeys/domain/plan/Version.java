package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.Filter;
import io.itinera.conditions.Performance;
import io.itinera.conditions.Question;
import io.itinera.contracts.definitions.CollectionRule;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable edition of a journey, compiled. Whoever holds one holds a plan without flaws, so
 * the engine asks none of that again.
 *
 * @param journey the journey
 * @param number its version
 * @param workspace the tenant
 * @param entry how a customer gets in
 * @param where the filter of the triggering event
 * @param rule what must hold of the customer to get in
 * @param excludes who must not get in and must not be sent anything
 * @param exits what ends an enrollment at once
 * @param collections what an enrollment gathers
 * @param start the first node
 * @param steps the nodes, by id
 * @param counted what an enrollment counts itself: every "performed" that mentions the trigger
 * @param awaited hashes of the history conditions that segmentation must have computed first
 */
public record Version(
        UUID journey,
        int number,
        String workspace,
        Entry entry,
        Filter where,
        @Nullable Compiled rule,
        List<NamedRule> excludes,
        List<NamedRule> exits,
        Map<String, CollectionRule> collections,
        String start,
        Map<String, Step> steps,
        List<Performance> counted,
        Set<String> awaited) {

    /**
     * Compiles a published version.
     *
     * @throws InvalidPlan when its plan has flaws, with all of them
     */
    public static Version compile(JourneyDefinition definition) throws InvalidPlan {
        JourneyPlan plan = definition.plan();
        PlanCompiler compiler = new PlanCompiler(plan);
        compiler.name();
        Entry entry = compiler.entry();
        Filter where = entry == null ? Filter.EVERYTHING : compiler.where(entry);
        Compiled rule = entry == null ? null : compiler.rule(entry);
        compiler.collections();
        List<NamedRule> excludes = compiler.rules("/excludes", plan.excludes());
        List<NamedRule> exits = compiler.rules("/exits", plan.exits());
        Map<String, Step> steps = compiler.steps();
        if (entry == null || plan.start() == null || !compiler.flaws().isEmpty()) {
            throw new InvalidPlan(compiler.flaws());
        }
        return new Version(
                definition.id(),
                definition.version(),
                definition.workspace(),
                entry,
                where,
                rule,
                excludes,
                exits,
                plan.collections(),
                plan.start(),
                steps,
                counted(compiler.conditions()),
                awaited(compiler.conditions()));
    }

    /** The step under an id that this version has. */
    public Step step(String node) {
        Step step = steps.get(node);
        if (step == null) {
            throw new IllegalArgumentException(
                    "journey " + journey + " version " + number + " has no node " + node);
        }
        return step;
    }

    private static List<Performance> counted(List<Compiled> conditions) {
        Set<String> seen = new HashSet<>();
        List<Performance> counted = new ArrayList<>();
        for (Compiled condition : conditions) {
            for (Question question : condition.questions()) {
                if (question instanceof Performance performance
                        && performance.bound()
                        && seen.add(performance.hash())) {
                    counted.add(performance);
                }
            }
        }
        return counted;
    }

    private static Set<String> awaited(List<Compiled> conditions) {
        Set<String> awaited = new HashSet<>();
        for (Compiled condition : conditions) {
            condition.questions().stream()
                    .filter(question -> !question.bound())
                    .map(Question::hash)
                    .forEach(awaited::add);
            condition.accounts().stream().map(Conditions::hash).forEach(awaited::add);
            condition.journeys().stream().map(Conditions::hash).forEach(awaited::add);
        }
        return Set.copyOf(awaited);
    }
}
