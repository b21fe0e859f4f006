package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a condition and lets a phrasebook say it. */
final class Printer {
    private final Phrasebook phrases;

    Printer(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String print(Condition condition) {
        return switch (condition) {
            case Condition.All all -> phrases.all(parts(all.parts()));
            case Condition.Any any -> phrases.any(parts(any.parts()));
            case Condition.Not(Condition.Performed performed) -> performed(performed, false);
            case Condition.Not not -> phrases.not(print(not.part()));
            case Condition.Trait trait -> phrases.trait(trait.name(), test(trait.test()));
            case Condition.Property property ->
                    phrases.property(property.name(), test(property.test()));
            case Condition.Trigger trigger -> phrases.trigger(trigger.name(), test(trigger.test()));
            case Condition.Performed performed -> performed(performed, true);
        };
    }

    private List<String> parts(List<Condition> conditions) {
        return conditions.stream().map(this::part).toList();
    }

    private String part(Condition condition) {
        boolean joined =
                switch (condition) {
                    case Condition.All all -> all.parts().size() > 1;
                    case Condition.Any any -> any.parts().size() > 1;
                    case Condition.Not not -> false;
                    case Condition.Trait trait -> false;
                    case Condition.Property property -> false;
                    case Condition.Trigger trigger -> false;
                    case Condition.Performed performed -> false;
                };
        return joined ? phrases.group(print(condition)) : print(condition);
    }

    private String performed(Condition.Performed performed, boolean affirmed) {
        String where = performed.where() == null ? "" : print(performed.where());
        String window = window(performed.window());
        return affirmed
                ? phrases.did(performed.event(), performed.times(), window, where)
                : phrases.didNot(performed.event(), performed.times(), window, where);
    }

    private String window(@Nullable Window window) {
        return switch (window) {
            case null -> "";
            case Window.Last last -> phrases.last(last.length());
            case Window.Since since -> phrases.sinceTrigger();
        };
    }

    private String test(Test test) {
        return switch (test) {
            case Test.Equals equals -> phrases.equalTo(operand(equals.to()));
            case Test.In in -> phrases.oneOf(in.values().stream().map(String::valueOf).toList());
            case Test.Contains contains -> phrases.contains(operand(contains.part()));
            case Test.StartsWith starts -> phrases.startsWith(operand(starts.prefix()));
            case Test.LessThan less -> phrases.lessThan(operand(less.bound()));
            case Test.AtMost most -> phrases.atMost(operand(most.bound()));
            case Test.AtLeast least -> phrases.atLeast(operand(least.bound()));
            case Test.MoreThan more -> phrases.moreThan(operand(more.bound()));
            case Test.Exists exists -> exists.expected() ? phrases.known() : phrases.unknown();
        };
    }

    private String operand(Operand operand) {
        return switch (operand) {
            case Operand.Literal literal -> String.valueOf(literal.value());
            case Operand.TriggerProperty property -> phrases.ofTrigger(property.name());
        };
    }
}
