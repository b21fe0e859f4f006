package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a condition on one event's properties into a function. */
final class FilterCompiler {
    private final Findings findings;
    private final TestCheck tests;

    FilterCompiler(Findings findings, Mentions mentions) {
        this.findings = findings;
        this.tests = new TestCheck(findings, mentions);
    }

    /** A filter, of which there need not be one. */
    Filter orEverything(@Nullable Condition condition, String path, int depth) {
        return condition == null ? Filter.EVERYTHING : filter(condition, path, depth);
    }

    Filter filter(@Nullable Condition condition, String path, int depth) {
        findings.present(condition, path, "a condition");
        if (condition == null || !findings.fits(path, depth)) {
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
            case Condition.Property property -> property(property, path + "/property");
            case Condition.Trait _ -> refused(path, "a trait");
            case Condition.Trigger _ -> refused(path, "the trigger");
            case Condition.Performed _ -> refused(path, "what was performed");
            case Condition.Aggregate _, Condition.Occurrence _ -> refused(path, "other events");
            case Condition.Sequence _, Condition.Unfollowed _ -> refused(path, "other events");
            case Condition.Message _ -> refused(path, "messages");
            case Condition.Segment _ -> refused(path, "a segment");
            case Condition.Account _ -> refused(path, "the account");
            case Condition.Journey _ -> refused(path, "a journey");
            case Condition.Bucket _ -> refused(path, "a bucket");
        };
    }

    private Filter property(Condition.Property property, String path) {
        findings.named(property.name(), path + "/name");
        Probe probe = tests.probe(property.test(), TestCheck.Of.EVENT, path + "/test");
        return (event, trigger) ->
                probe.ask(Values.at(event, property.name()), trigger, Instant.EPOCH).holds();
    }

    private List<Filter> filters(List<Condition> conditions, String path, int depth) {
        List<Filter> each = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            each.add(filter(conditions.get(i), path + "/" + i, depth + 1));
        }
        return each;
    }

    private Filter refused(String path, String what) {
        findings.flaw(path, "an event's filter asks about its properties, not about " + what);
        return Filter.EVERYTHING;
    }
}
