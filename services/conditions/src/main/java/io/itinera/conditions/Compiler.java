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
 * Turns a condition's tree into one of functions, once, and collects all that is wrong with it on
 * the way.
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
        Part root = compiler.part(condition, "", 1);
        compiler.findings.refuse();
        return new Compiled(condition, CanonicalForm.hash(condition), root, compiler.mentions);
    }

    static Filter compileFilter(Condition condition, Set<Knowledge> known) throws InvalidCondition {
        Findings findings = new Findings(known);
        Filter filter = new FilterCompiler(findings, new Mentions()).filter(condition, "", 1);
        findings.refuse();
        return filter;
    }

    private Part part(@Nullable Condition condition, String path, int depth) {
        findings.present(condition, path, "a condition");
        if (condition == null || !findings.fits(path, depth)) {
            return new Part.Leaf(new Condition.Any(List.of()), subject -> Verdict.of(false));
        }
        String at = path + "/" + condition.kind();
        return switch (condition) {
            case Condition.All all ->
                    new Part.Joined(all, parts(all.parts(), at, depth), Verdict::all);
            case Condition.Any any ->
                    new Part.Joined(any, parts(any.parts(), at, depth), Verdict::any);
            case Condition.Not not ->
                    new Part.Joined(
                            not,
                            List.of(part(not.part(), at, depth + 1)),
                            verdicts -> verdicts.getFirst().negated());
            case Condition.Trait it -> leaf(it, trait(it, at));
            case Condition.Property it ->
                    leaf(it, asking(it.name(), it.test(), at, Subject::event));
            case Condition.Trigger it -> leaf(it, trigger(it, at));
            case Condition.Account it -> leaf(it, account(it, at));
            case Condition.Segment it -> leaf(it, segment(it.id(), at));
            case Condition.Journey it -> leaf(it, journey(it, at));
            case Condition.Bucket it -> leaf(it, bucket(it, at));
            case Condition.Performed it -> leaf(it, asking(questions().performed(it, at, depth)));
            case Condition.Message it -> leaf(it, asking(questions().message(it, at)));
            case Condition.Aggregate it -> leaf(it, asking(questions().aggregate(it, at, depth)));
            case Condition.Occurrence it -> leaf(it, asking(questions().occurrence(it, at, depth)));
            case Condition.Sequence it -> leaf(it, asking(questions().sequence(it, at, depth)));
            case Condition.Unfollowed it -> leaf(it, asking(questions().unfollowed(it, at, depth)));
        };
    }

    private static Part leaf(Condition source, Function<Subject, Verdict> asking) {
        return new Part.Leaf(source, asking);
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
            mentions.account(account);
        }
        return subject -> subject.answer(account, asking);
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
        boolean converted = journey.state() == Condition.Journey.State.converted;
        findings.needs(converted ? Knowledge.GOALS : Knowledge.JOURNEYS, path);
        findings.present(journey.id(), path + "/id", "which journey");
        findings.present(journey.state(), path + "/state", "a state");
        if (findings.none()) {
            mentions.journey(journey);
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

    private List<Part> parts(List<Condition> conditions, String path, int depth) {
        List<Part> each = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            each.add(part(conditions.get(i), path + "/" + i, depth + 1));
        }
        return each;
    }
}
