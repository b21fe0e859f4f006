package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.Filter;
import io.itinera.conditions.Flaw;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.AttributeRule.Computed.Of;
import io.itinera.contracts.attribute.Factor;
import io.itinera.contracts.attribute.RiskLevels;
import io.itinera.contracts.attribute.Stage;
import io.itinera.contracts.condition.Condition;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks rules of attributes, and makes formulas of those that make sense. */
public final class Formulas {
    private static final Condition ALWAYS = new Condition.All(List.of());

    private final String name;
    private final List<Flaw> flaws = new ArrayList<>();

    private Formulas(String name) {
        this.name = name;
    }

    /**
     * The formula of a rule.
     *
     * @param name the trait
     * @throws InvalidCondition when it makes no sense, with everything that is wrong
     */
    public static Formula compile(String name, AttributeRule rule) throws InvalidCondition {
        Formulas formulas = new Formulas(name);
        formulas.flaws.addAll(RuleCheck.flaws(name, rule));
        if (!formulas.flaws.isEmpty()) {
            throw new InvalidCondition(formulas.flaws);
        }
        Formula formula = formulas.formula(rule);
        if (!formulas.flaws.isEmpty()) {
            throw new InvalidCondition(formulas.flaws);
        }
        return formula;
    }

    private Formula formula(AttributeRule rule) {
        return switch (rule) {
            case AttributeRule.Computed it ->
                    new Computing(
                            name,
                            it.of(),
                            Occurrences.of(
                                    it.event(),
                                    it.window(),
                                    filter(it.where(), "/rule/computed/where")),
                            it.of() == Of.count ? null : it.property());
            case AttributeRule.Rfm it ->
                    new Valuing(
                            name,
                            Occurrences.of(it.event(), it.window(), Filter.EVERYTHING),
                            it.property(),
                            it.recency(),
                            it.frequency(),
                            it.monetary());
            case AttributeRule.Stages it -> new Staging(name, steps(it), it.backwards());
            case AttributeRule.Score it ->
                    new Scoring(
                            name,
                            it.factors().stream().map(Formulas::part).toList(),
                            levels(it.levels()),
                            it.step() == null ? 1 : it.step());
            case AttributeRule.Reminders it -> new Reminding(it.tells(), it.of(), it.before());
            case AttributeRule.Schedule it ->
                    new Scheduling(
                            it.tells(),
                            it.segment(),
                            it.at().truncatedTo(ChronoUnit.MILLIS),
                            it.every(),
                            it.over() == null ? Duration.ZERO : it.over());
        };
    }

    private List<Staging.Step> steps(AttributeRule.Stages rule) {
        List<Staging.Step> steps = new ArrayList<>();
        for (int i = 0; i < rule.stages().size(); i++) {
            Stage stage = rule.stages().get(i);
            String path = "/rule/stages/stages/" + i + "/when";
            steps.add(new Staging.Step(stage.name(), condition(stage.when(), path)));
        }
        return steps;
    }

    private static Part part(Factor factor) {
        return new Part(
                factor.name(),
                factor.weight().doubleValue(),
                factor.of(),
                factor.scale(),
                factor.halfLife());
    }

    private static @Nullable Levels levels(@Nullable RiskLevels levels) {
        return levels == null
                ? null
                : new Levels(
                        levels.trait(),
                        levels.levels(),
                        levels.hysteresis() == null ? 0 : levels.hysteresis());
    }

    private Filter filter(@Nullable Condition where, String path) {
        try {
            return where == null ? Filter.EVERYTHING : Conditions.compileFilter(where);
        } catch (InvalidCondition e) {
            take(e, path);
            return Filter.EVERYTHING;
        }
    }

    /** Segments may mention attributes, so attributes mention none: there is no way to a circle. */
    private Compiled condition(Condition condition, String path) {
        try {
            return Conditions.compile(condition, Set.of());
        } catch (InvalidCondition e) {
            take(e, path);
            return always();
        }
    }

    private static Compiled always() {
        try {
            return Conditions.compile(ALWAYS);
        } catch (InvalidCondition e) {
            throw new IllegalStateException("an empty all is a condition", e);
        }
    }

    private void take(InvalidCondition why, String path) {
        why.flaws().forEach(it -> flaws.add(new Flaw(path + it.path(), it.message())));
    }
}
