package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a condition's tree into functions, once, and collects all that is wrong with it on the way.
 */
final class Compiler {
    private final Findings findings;
    private final Mentions mentions = new Mentions();
    private final TestCheck tests;

    private Compiler(Set<Knowledge> known) {
        this.findings = new Findings(known);
        this.tests = new TestCheck(findings, mentions);
    }

    static Compiled compile(Condition condition, Set<Knowledge> known) throws InvalidCondition {
        Compiler compiler = new Compiler(known);
        Function<Subject, Verdict> evaluator = compiler.evaluator(condition, "", 1);
        compiler.findings.refuse();
        return new Compiled(condition, CanonicalForm.hash(condition), evaluator, compiler.mentions);
    }

    static Filter compileFilter(Condition condition, Set<Knowledge> known) throws InvalidCondition {
        Findings findings = new Findings(known);
        Filter filter = new FilterCompiler(findings, new Mentions()).filter(condition, "", 1);
        findings.refuse();
        return filter;
    }

    private Function<Subject, Verdict> evaluator(
            @Nullable Condition condition, String path, int depth) {
        findings.present(condition, path, "a condition");
        if (condition == null || !findings.fits(path, depth)) {
            return subject -> Verdict.of(false);
        }
        String at = path + "/" + condition.kind();
        return switch (condition) {
            case Condition.All all -> {
                var each = evaluators(all.parts(), at, depth);
                yield subject -> Verdict.all(verdicts(each, subject));
            }
            case Condition.Any any -> {
                var each = evaluators(any.parts(), at, depth);
                yield subject -> Verdict.any(verdicts(each, subject));
            }
            case Condition.Not not -> {
                var part = evaluator(not.part(), at, depth + 1);
                yield subject -> part.apply(subject).negated();
            }
            case Condition.Trait trait -> trait(trait, at);
            case Condition.Property(String name, Test test) ->
                    asking(name, test, at, Subject::event);
            case Condition.Trigger trigger -> trigger(trigger, at);
            case Condition.Account account -> account(account, at);
            case Condition.Segment(String id) -> segment(id, at);
            case Condition.Journey journey -> journey(journey, at);
            case Condition.Bucket bucket -> bucket(bucket, at);
            case Condition.Performed it -> asking(questions().performed(it, at, depth));
            case Condition.Message it -> asking(questions().message(it, at));
            case Condition.Aggregate it -> asking(questions().aggregate(it, at, depth));
            case Condition.Occurrence it -> asking(questions().occurrence(it, at, depth));
            case Condition.Sequence it -> asking(questions().sequence(it, at, depth));
            case Condition.Unfollowed it -> asking(questions().unfollowed(it, at, depth));
        };
    }

    private QuestionCompiler questions() {
        return new QuestionCompiler(findings);
    }

    private Function<Subject, Verdict> asking(Question question) {
        mentions.question(question);
        return subject -> subject.answer(question);
    }

    private Function<Subject, Verdict> asking(
            @Nullable String name,
            @Nullable Test test,
            String path,
            Function<Subject, Map<String, Object>> values) {
        findings.named(name, path + "/name");
        Probe probe = tests.probe(test, TestCheck.Of.ANYTHING, path + "/test");
        String known = name == null ? "" : name;
        return subject ->
                probe.ask(
                        Values.at(values.apply(subject), known), subject.trigger(), subject.now());
    }

    private Function<Subject, Verdict> trait(Condition.Trait trait, String path) {
        var asking = asking(trait.name(), trait.test(), path, Subject::traits);
        if (findings.none()) {
            mentions.trait(trait.name());
        }
        return asking;
    }

    private Function<Subject, Verdict> trigger(Condition.Trigger trigger, String path) {
        mentions.theTrigger();
        findings.needs(Knowledge.TRIGGER, path);
        return asking(trigger.name(), trigger.test(), path, Subject::trigger);
    }

    private Function<Subject, Verdict> account(Condition.Account account, String path) {
        findings.needs(Knowledge.ACCOUNTS, path);
        var asking = asking(account.name(), account.test(), path, Subject::account);
        if (findings.none()) {
            mentions.accountTrait(account.name());
        }
        return asking;
    }

    private Function<Subject, Verdict> segment(@Nullable String id, String path) {
        findings.needs(Knowledge.SEGMENTS, path);
        if (id == null || id.isBlank()) {
            findings.flaw(path, "which segment is missing");
            return subject -> Verdict.of(false);
        }
        mentions.segment(id);
        return subject -> Verdict.of(subject.isIn(id));
    }

    private Function<Subject, Verdict> journey(Condition.Journey journey, String path) {
        findings.needs(Knowledge.JOURNEYS, path);
        findings.present(journey.id(), path + "/id", "which journey");
        findings.present(journey.state(), path + "/state", "a state");
        if (findings.none()) {
            mentions.journey(journey.id());
        }
        return subject -> Verdict.of(subject.stands(journey.id(), journey.state()));
    }

    private Function<Subject, Verdict> bucket(Condition.Bucket bucket, String path) {
        if (bucket.salt() == null
                || bucket.salt().isBlank()
                || bucket.salt().length() > Conditions.MAX_SALT) {
            findings.flaw(path + "/salt", "a salt has 1 to " + Conditions.MAX_SALT + " characters");
        }
        if (bucket.from() < 0
                || bucket.from() >= bucket.below()
                || bucket.below() > Buckets.PLACES) {
            findings.flaw(path, "a bucket reaches from 0 or more to 10000 or less, not backwards");
        }
        return subject -> {
            int place = Buckets.place(bucket.salt(), subject.customer());
            return Verdict.of(bucket.from() <= place && place < bucket.below());
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
}
