package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says a plan in plain words, node by node; drafts too, as far as they go. */
public final class PlanWords {
    private final Wording wording;
    private final Locale locale;

    private PlanWords(Locale locale) {
        this.wording = Wording.of(locale);
        this.locale = locale;
    }

    /** A sentence or more for each node, and for the way in under {@value Plans#TRIGGER}. */
    public static Map<String, String> of(JourneyPlan plan, Locale locale) {
        PlanWords words = new PlanWords(locale);
        Map<String, String> said = new TreeMap<>();
        plan.nodes().forEach((id, node) -> said.put(id, words.node(node)));
        said.put(Plans.TRIGGER, words.trigger(plan));
        return said;
    }

    private String trigger(JourneyPlan plan) {
        Entry entry = plan.entry();
        if (entry == null) {
            return wording.nothingStarts();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                wording.trigger(entry.event(), condition(entry.where()), condition(entry.rule())));
        sentences.add(wording.onceFor(entry.key(), entry.reentry(), entry.interval()));
        plan.excludes().forEach(rule -> sentences.add(wording.exclude(condition(rule.when()))));
        plan.exits().forEach(rule -> sentences.add(wording.exit(condition(rule.when()))));
        return String.join(wording.between(), sentences);
    }

    private String node(Node node) {
        return switch (node) {
            case Node.Wait wait -> wording.wait(wait.duration(), wait.from());
            case Node.Message message -> wording.message(message.channel());
            case Node.Exit exit -> wording.end(exit.outcome());
            case Node.Branch branch -> branch(branch);
        };
    }

    private String branch(Node.Branch branch) {
        List<String> sentences = new ArrayList<>();
        for (Node.Case way : branch.cases()) {
            sentences.add(wording.choice(condition(way.when()), way.label()));
        }
        sentences.add(wording.otherwise());
        return String.join(wording.between(), sentences);
    }

    private String condition(@Nullable Condition condition) {
        return condition == null ? "" : Conditions.print(condition, locale);
    }
}
