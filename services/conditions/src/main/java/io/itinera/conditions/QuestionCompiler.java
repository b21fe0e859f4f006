package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Step;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one question about what a customer did, by itself: that it mentions the trigger binds it
 * and not its neighbours.
 */
final class QuestionCompiler {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Findings findings;
    private final Mentions mentions = new Mentions();
    private final TestCheck tests;

    QuestionCompiler(Findings findings) {
        this.findings = findings;
        this.tests = new TestCheck(findings, mentions);
    }

    Question performed(Condition.Performed performed, String path, int depth) {
        findings.named(performed.event(), path + "/event");
        window(performed.window(), path);
        Measure measure = measure(performed.event(), performed.where(), null, path, depth);
        return new Performance(
                performed,
                CanonicalForm.hash(performed),
                mentions.trigger(),
                measure,
                performed.times(),
                performed.window());
    }

    /** A message's outcome is an event of ours, whose properties say what it was about. */
    Question message(Condition.Message message, String path) {
        findings.present(message.outcome(), path + "/outcome", "an outcome");
        window(message.window(), path);
        if (message.outcome() == MessageOutcome.unsubscribed && message.template() != null) {
            findings.flaw(path + "/template", "an unsubscription does not know its template");
        }
        Condition where = MessageEvents.where(message);
        Filter filter =
                new FilterCompiler(new Findings(Knowledge.ALL), mentions).filter(where, path, 1);
        String event = MessageEvents.name(message.outcome());
        return new Performance(
                message,
                CanonicalForm.hash(message),
                mentions.trigger(),
                new Measure(event, filter, CanonicalForm.hash(where), false, null),
                message.times(),
                message.window());
    }

    Question aggregate(Condition.Aggregate aggregate, String path, int depth) {
        findings.present(aggregate.of(), path + "/of", "which number");
        findings.named(aggregate.event(), path + "/event");
        findings.named(aggregate.property(), path + "/property");
        window(aggregate.window(), path);
        Measure measure =
                measure(aggregate.event(), aggregate.where(), aggregate.property(), path, depth);
        Probe test = tests.probe(aggregate.test(), TestCheck.Of.NUMBER, path + "/test");
        return new Aggregation(
                aggregate, CanonicalForm.hash(aggregate), mentions.trigger(), measure, test);
    }

    Question occurrence(Condition.Occurrence occurrence, String path, int depth) {
        findings.present(occurrence.which(), path + "/which", "which time");
        findings.named(occurrence.event(), path + "/event");
        Measure measure = measure(occurrence.event(), occurrence.where(), null, path, depth);
        Probe test = tests.probe(occurrence.test(), TestCheck.Of.TIME, path + "/test");
        return new Occasion(
                occurrence,
                CanonicalForm.hash(occurrence),
                mentions.trigger(),
                mentions.time(),
                measure,
                test);
    }

    Question sequence(Condition.Sequence sequence, String path, int depth) {
        int size = sequence.steps().size();
        if (size < Conditions.MIN_STEPS || size > Conditions.MAX_STEPS) {
            findings.flaw(
                    path + "/steps",
                    "list "
                            + Conditions.MIN_STEPS
                            + " to "
                            + Conditions.MAX_STEPS
                            + " steps, not "
                            + size);
        }
        findings.length(sequence.within(), SHORTEST, Conditions.MAX_WINDOW, path + "/within");
        window(sequence.window(), path);
        List<Measure> steps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            steps.add(step(sequence.steps().get(i), path + "/steps/" + i, depth));
        }
        return new Succession(sequence, CanonicalForm.hash(sequence), mentions.trigger(), steps);
    }

    Question unfollowed(Condition.Unfollowed unfollowed, String path, int depth) {
        window(unfollowed.window(), path);
        Measure did = step(unfollowed.did(), path + "/did", depth);
        Measure by = step(unfollowed.by(), path + "/by", depth);
        Duration after = unfollowed.after();
        if (after != null) {
            findings.length(after, SHORTEST, Conditions.MAX_WINDOW, path + "/after");
            if (unfollowed.window() instanceof Window.Last last
                    && last.length().compareTo(after) <= 0) {
                findings.flaw(path + "/after", "by then it has left the window");
            }
        }
        return new LooseEnd(
                unfollowed, CanonicalForm.hash(unfollowed), mentions.trigger(), did, by);
    }

    private Measure step(@Nullable Step step, String path, int depth) {
        if (step == null) {
            findings.flaw(path, "a step is missing");
            return Measure.every("");
        }
        findings.named(step.event(), path + "/event");
        return measure(step.event(), step.where(), null, path, depth);
    }

    /** What its filter mentions by itself decides whether others may share it. */
    private Measure measure(
            String event,
            @Nullable Condition where,
            @Nullable String property,
            String path,
            int depth) {
        Mentions filters = new Mentions();
        Filter filter =
                new FilterCompiler(findings, filters)
                        .orEverything(where, path + "/where", depth + 1);
        if (filters.trigger()) {
            mentions.theTrigger();
        }
        String hash = where == null ? "" : CanonicalForm.hash(where);
        return new Measure(event, filter, hash, filters.trigger(), property);
    }

    private void window(@Nullable Window window, String path) {
        findings.window(window, path + "/window");
        if (window instanceof Window.Since) {
            mentions.theTrigger();
        }
    }
}
