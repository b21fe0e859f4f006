package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a condition's tree into functions, once, and collects all that is wrong with it on the way.
 */
final class Compiler {
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Performance> performances = new ArrayList<>();
    private final Set<String> traits = new LinkedHashSet<>();
    private boolean bound;
    private int parts;

    private Compiler() {}

    static Compiled compile(Condition condition) throws InvalidCondition {
        Compiler compiler = new Compiler();
        Function<Subject, Verdict> evaluator = compiler.evaluator(condition, "", 1);
        compiler.refuseFlaws();
        return new Compiled(
                condition,
                CanonicalForm.hash(condition),
                evaluator,
                compiler.performances,
                compiler.traits,
                compiler.bound);
    }

    static Filter compileFilter(Condition condition) throws InvalidCondition {
        Compiler compiler = new Compiler();
        Filter filter = compiler.filter(condition, "", 1);
        compiler.refuseFlaws();
        return filter;
    }

    private void refuseFlaws() throws InvalidCondition {
        if (!flaws.isEmpty()) {
            throw new InvalidCondition(flaws);
        }
    }

    private Function<Subject, Verdict> evaluator(
            @Nullable Condition condition, String path, int depth) {
        if (condition == null || !fits(path, depth)) {
            missing(condition, path);
            return subject -> Verdict.of(false);
        }
        return switch (condition) {
            case Condition.All all -> {
                var each = evaluators(all.parts(), path + "/all", depth);
                yield subject -> Verdict.all(verdicts(each, subject));
            }
            case Condition.Any any -> {
                var each = evaluators(any.parts(), path + "/any", depth);
                yield subject -> Verdict.any(verdicts(each, subject));
            }
            case Condition.Not not -> {
                var part = evaluator(not.part(), path + "/not", depth + 1);
                yield subject -> part.apply(subject).negated();
            }
            case Condition.Trait trait -> {
                check(trait.name(), trait.test(), path + "/trait");
                traits.add(Values.firstStep(trait.name()));
                yield subject ->
                        Verdict.of(
                                Tests.passes(
                                        trait.test(),
                                        Values.at(subject.traits(), trait.name()),
                                        subject.trigger()));
            }
            case Condition.Property property -> {
                check(property.name(), property.test(), path + "/property");
                yield subject ->
                        Verdict.of(
                                Tests.passes(
                                        property.test(),
                                        Values.at(subject.event(), property.name()),
                                        subject.trigger()));
            }
            case Condition.Trigger trigger -> {
                check(trigger.name(), trigger.test(), path + "/trigger");
                bound = true;
                yield subject ->
                        Verdict.of(
                                Tests.passes(
                                        trigger.test(),
                                        Values.at(subject.trigger(), trigger.name()),
                                        subject.trigger()));
            }
            case Condition.Performed performed -> {
                Performance performance = performance(performed, path + "/performed", depth);
                performances.add(performance);
                yield subject -> subject.performed(performance);
            }
        };
    }

    private List<Function<Subject, Verdict>> evaluators(
            List<Condition> conditions, String path, int depth) {
        List<Function<Subject, Verdict>> each = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            each.add(evaluator(conditions.get(i), path + "/" + i, depth + 1));
        }
        return each;
    }

    private static List<Verdict> verdicts(
            List<Function<Subject, Verdict>> evaluators, Subject subject) {
        List<Verdict> verdicts = new ArrayList<>(evaluators.size());
        for (Function<Subject, Verdict> evaluator : evaluators) {
            verdicts.add(evaluator.apply(subject));
        }
        return verdicts;
    }

    /** Its own flag for "mentions the trigger": one bound part does not bind its neighbours. */
    private Performance performance(Condition.Performed performed, String path, int depth) {
        named(performed.event(), path + "/event");
        if (performed.window() instanceof Window.Last last
                && last.length().compareTo(Conditions.MAX_WINDOW) > 0) {
            flaws.add(
                    new Flaw(
                            path + "/window/last",
                            "history is kept for " + Conditions.MAX_WINDOW.toDays() + " days"));
        }
        boolean outer = bound;
        bound = performed.window() instanceof Window.Since;
        Filter where =
                performed.where() == null
                        ? Filter.EVERYTHING
                        : filter(performed.where(), path + "/where", depth + 1);
        Performance performance =
                new Performance(performed, CanonicalForm.hash(performed), bound, where);
        bound |= outer;
        return performance;
    }

    private Filter filter(@Nullable Condition condition, String path, int depth) {
        if (condition == null || !fits(path, depth)) {
            missing(condition, path);
            return Filter.EVERYTHING;
        }
        return switch (condition) {
            case Condition.All all -> {
                List<Filter> each = filters(all.parts(), path + "/all", depth);
                yield (event, trigger) ->
                        each.stream().allMatch(filter -> filter.passes(event, trigger));
            }
            case Condition.Any any -> {
                List<Filter> each = filters(any.parts(), path + "/any", depth);
                yield (event, trigger) ->
                        each.stream().anyMatch(filter -> filter.passes(event, trigger));
            }
            case Condition.Not not -> {
                Filter part = filter(not.part(), path + "/not", depth + 1);
                yield (event, trigger) -> !part.passes(event, trigger);
            }
            case Condition.Property property -> {
                check(property.name(), property.test(), path + "/property");
                yield (event, trigger) ->
                        Tests.passes(property.test(), Values.at(event, property.name()), trigger);
            }
            case Condition.Trait trait -> refused(path, "a trait");
            case Condition.Trigger trigger -> refused(path, "the trigger");
            case Condition.Performed performed -> refused(path, "what was performed");
        };
    }

    private List<Filter> filters(List<Condition> conditions, String path, int depth) {
        List<Filter> each = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            each.add(filter(conditions.get(i), path + "/" + i, depth + 1));
        }
        return each;
    }

    private Filter refused(String path, String what) {
        flaws.add(new Flaw(path, "an event's filter asks about its properties, not about " + what));
        return Filter.EVERYTHING;
    }

    private void missing(@Nullable Condition condition, String path) {
        if (condition == null) {
            flaws.add(new Flaw(path, "a condition is missing"));
        }
    }

    private boolean fits(String path, int depth) {
        parts++;
        if (parts == Conditions.MAX_PARTS + 1) {
            flaws.add(new Flaw(path, "a condition has at most " + Conditions.MAX_PARTS + " parts"));
        }
        if (depth > Conditions.MAX_DEPTH) {
            flaws.add(new Flaw(path, "conditions lie at most " + Conditions.MAX_DEPTH + " deep"));
        }
        return parts <= Conditions.MAX_PARTS && depth <= Conditions.MAX_DEPTH;
    }

    private void check(@Nullable String name, @Nullable Test test, String path) {
        named(name, path + "/name");
        switch (test) {
            case null -> flaws.add(new Flaw(path + "/test", "a test is missing"));
            case Test.In in -> listed(in.values(), path + "/test/in");
            case Test.Equals equals -> operand(equals.to());
            case Test.Contains contains -> operand(contains.part());
            case Test.StartsWith startsWith -> operand(startsWith.prefix());
            case Test.LessThan lessThan -> number(lessThan.bound(), path + "/test/lessThan");
            case Test.AtMost atMost -> number(atMost.bound(), path + "/test/atMost");
            case Test.AtLeast atLeast -> number(atLeast.bound(), path + "/test/atLeast");
            case Test.MoreThan moreThan -> number(moreThan.bound(), path + "/test/moreThan");
            case Test.Exists exists -> {}
        }
    }

    private void named(@Nullable String name, String path) {
        if (name == null || name.isBlank()) {
            flaws.add(new Flaw(path, "a name is missing"));
        }
    }

    private void listed(List<Object> values, String path) {
        if (values.isEmpty() || values.size() > Conditions.MAX_VALUES) {
            flaws.add(
                    new Flaw(
                            path,
                            "list 1 to "
                                    + Conditions.MAX_VALUES
                                    + " values, not "
                                    + values.size()));
        }
        if (values.stream().anyMatch(value -> value instanceof Map || value instanceof List)) {
            flaws.add(new Flaw(path, "list texts, numbers, true and false"));
        }
    }

    private void number(Operand operand, String path) {
        operand(operand);
        if (operand instanceof Operand.Literal literal && !(literal.value() instanceof Number)) {
            flaws.add(new Flaw(path, "compare with a number, not with " + literal.value()));
        }
    }

    private void operand(Operand operand) {
        bound |= operand instanceof Operand.TriggerProperty;
    }
}
