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
    private final FilterCompiler filters;
    private final TestCheck tests;

    QuestionCompiler(Findings findings) {
        this.findings = findings;
        this.filters = new FilterCompiler(findings, mentions);
        this.tests = new TestCheck(findings, mentions);
    }

    Question performed(Condition.Performed performed, String path, int depth) {
        findings.named(performed.event(), path + "/event");
        window(performed.window(), path);
        Filter where = filters.orEverything(performed.where(), path + "/where", depth + 1);
        return new Performance(
                performed,
                CanonicalForm.hash(performed),
                mentions.trigger(),
                performed.event(),
                performed.times(),
                performed.window(),
                where);
    }

    /** A message's outcome is an event of ours, whose properties say what it was about. */
    Question message(Condition.Message message, String path) {
        findings.present(message.outcome(), path + "/outcome", "an outcome");
        window(message.window(), path);
        if (message.outcome() == MessageOutcome.unsubscribed && message.template() != null) {
            findings.flaw(path + "/template", "an unsubscription does not know its template");
        }
        Filter where =
                new FilterCompiler(new Findings(Knowledge.ALL), mentions)
                        .filter(MessageEvents.where(message), path, 1);
        return new Performance(
                message,
                CanonicalForm.hash(message),
                mentions.trigger(),
                MessageEvents.name(message.outcome()),
                message.times(),
                message.window(),
                where);
    }

    Question aggregate(Condition.Aggregate aggregate, String path, int depth) {
        findings.present(aggregate.of(), path + "/of", "which number");
        findings.named(aggregate.event(), path + "/event");
        findings.named(aggregate.property(), path + "/property");
        window(aggregate.window(), path);
        Filter where = filters.orEverything(aggregate.where(), path + "/where", depth + 1);
        Probe test = tests.probe(aggregate.test(), TestCheck.Of.NUMBER, path + "/test");
        return new Aggregation(
                aggregate, CanonicalForm.hash(aggregate), mentions.trigger(), where, test);
    }

    Question occurrence(Condition.Occurrence occurrence, String path, int depth) {
        findings.present(occurrence.which(), path + "/which", "which time");
        findings.named(occurrence.event(), path + "/event");
        Filter where = filters.orEverything(occurrence.where(), path + "/where", depth + 1);
        Probe test = tests.probe(occurrence.test(), TestCheck.Of.TIME, path + "/test");
        return new Occasion(
                occurrence,
                CanonicalForm.hash(occurrence),
                mentions.trigger(),
                mentions.time(),
                where,
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
        List<Stride> strides = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            strides.add(stride(sequence.steps().get(i), path + "/steps/" + i, depth));
        }
        return new Succession(sequence, CanonicalForm.hash(sequence), mentions.trigger(), strides);
    }

    Question unfollowed(Condition.Unfollowed unfollowed, String path, int depth) {
        window(unfollowed.window(), path);
        Stride did = stride(unfollowed.did(), path + "/did", depth);
        Stride by = stride(unfollowed.by(), path + "/by", depth);
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

    private Stride stride(@Nullable Step step, String path, int depth) {
        if (step == null) {
            findings.flaw(path, "a step is missing");
            return new Stride("", Filter.EVERYTHING);
        }
        findings.named(step.event(), path + "/event");
        return new Stride(
                step.event(), filters.orEverything(step.where(), path + "/where", depth + 1));
    }

    private void window(@Nullable Window window, String path) {
        findings.window(window, path + "/window");
        if (window instanceof Window.Since) {
            mentions.theTrigger();
        }
    }
}
