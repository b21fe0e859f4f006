package io.itinera.conditions;

import io.itinera.conditions.Explanation.Turn;
import io.itinera.contracts.condition.Circle;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Step;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks a condition and lets a phrasebook say it. */
final class Printer {
    private final Phrasebook phrases;
    private final TestPhrases tests;
    private final QuestionPhrases questions;
    private final UnaryOperator<String> names;

    Printer(Phrasebook phrases, UnaryOperator<String> names) {
        this.phrases = phrases;
        this.tests = phrases.tests();
        this.questions = phrases.questions();
        this.names = names;
    }

    String print(Condition condition) {
        return switch (condition) {
            case Condition.All all -> phrases.all(parts(all.parts()));
            case Condition.Any any -> phrases.any(parts(any.parts()));
            case Condition.Not(Condition.Performed it) ->
                    questions.didNot(
                            it.event(), it.times(), window(it.window()), where(it.where()));
            case Condition.Not(Condition.Segment(String id)) ->
                    phrases.notInSegment(names.apply(id));
            case Condition.Not not -> phrases.not(print(not.part()));
            case Condition.Trait trait -> phrases.trait(trait.name(), test(trait.test()));
            case Condition.Property property ->
                    phrases.property(property.name(), test(property.test()));
            case Condition.Trigger trigger -> phrases.trigger(trigger.name(), test(trigger.test()));
            case Condition.Account account -> phrases.account(account.name(), test(account.test()));
            case Condition.Segment(String id) -> phrases.inSegment(names.apply(id));
            case Condition.Journey it -> phrases.journey(name(it.id()), it.state());
            case Condition.Bucket it ->
                    phrases.bucket(it.salt(), percent(it.from()), percent(it.below()));
            case Condition.Performed it ->
                    questions.did(it.event(), it.times(), window(it.window()), where(it.where()));
            case Condition.Aggregate it -> aggregate(it);
            case Condition.Occurrence it ->
                    questions.occurrence(
                            it.which(), it.event(), where(it.where()), test(it.test()));
            case Condition.Sequence it ->
                    questions.sequence(
                            it.steps().stream().map(this::step).toList(),
                            it.within(),
                            window(it.window()));
            case Condition.Unfollowed it ->
                    questions.unfollowed(
                            step(it.did()), step(it.by()), it.after(), window(it.window()));
            case Condition.Message it -> message(it);
        };
    }

    String print(Turn turn) {
        TurnPhrases turns = phrases.turns();
        return switch (turn) {
            case Turn.WindowEnds(Instant at) -> turns.windowEnds(at);
            case Turn.TimeComes(Instant at) -> turns.timeComes(at);
            case Turn.More(String event, int times) -> turns.more(event, times);
            case Turn.Further(String event) -> turns.further(event);
            case Turn.OtherValue(String name) -> turns.otherValue(name);
            case Turn.Membership(String segment) -> turns.membership(names.apply(segment));
            case Turn.Progress(String journey) -> turns.progress(names.apply(journey));
            case Turn.Never _ -> turns.never();
        };
    }

    private List<String> parts(List<Condition> conditions) {
        return conditions.stream().map(this::part).toList();
    }

    private String part(Condition condition) {
        int joined =
                switch (condition) {
                    case Condition.All all -> all.parts().size();
                    case Condition.Any any -> any.parts().size();
                    case Condition.Not _ -> 1;
                    case Condition.Trait _, Condition.Property _, Condition.Trigger _ -> 1;
                    case Condition.Performed _, Condition.Aggregate _, Condition.Occurrence _ -> 1;
                    case Condition.Sequence _, Condition.Unfollowed _, Condition.Message _ -> 1;
                    case Condition.Account _, Condition.Segment _ -> 1;
                    case Condition.Journey _, Condition.Bucket _ -> 1;
                };
        return joined > 1 ? phrases.group(print(condition)) : print(condition);
    }

    private String aggregate(Condition.Aggregate it) {
        return questions.aggregate(
                it.of(),
                it.property(),
                it.event(),
                window(it.window()),
                where(it.where()),
                test(it.test()));
    }

    private String message(Condition.Message it) {
        return questions.message(
                it.outcome(),
                it.journey() == null ? null : name(it.journey()),
                it.template() == null ? null : name(it.template()),
                it.times(),
                window(it.window()));
    }

    private String name(UUID id) {
        return names.apply(id.toString());
    }

    private String step(Step step) {
        return questions.step(step.event(), where(step.where()));
    }

    private String where(@Nullable Condition where) {
        return where == null ? "" : print(where);
    }

    private String window(@Nullable Window window) {
        return switch (window) {
            case null -> "";
            case Window.Last last -> questions.last(last.length());
            case Window.Since since -> questions.sinceTrigger();
        };
    }

    private static String percent(int hundredths) {
        return plain(BigDecimal.valueOf(hundredths, 2));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String test(Test test) {
        return switch (test) {
            case Test.Equals equals -> tests.equalTo(operand(equals.to()));
            case Test.In in -> tests.oneOf(in.values().stream().map(String::valueOf).toList());
            case Test.Contains contains -> tests.contains(operand(contains.part()));
            case Test.StartsWith starts -> tests.startsWith(operand(starts.prefix()));
            case Test.LessThan less -> tests.lessThan(operand(less.bound()));
            case Test.AtMost most -> tests.atMost(operand(most.bound()));
            case Test.AtLeast least -> tests.atLeast(operand(least.bound()));
            case Test.MoreThan more -> tests.moreThan(operand(more.bound()));
            case Test.Exists exists -> exists.expected() ? tests.known() : tests.unknown();
            case Test.Matches matches -> tests.matches(matches.pattern());
            case Test.Before before -> tests.before(moment(before.bound()));
            case Test.After after -> tests.after(moment(after.bound()));
            case Test.Anniversary anniversary -> anniversary(anniversary.coming().within());
            case Test.Near near -> near(near.circle());
        };
    }

    private String anniversary(Duration within) {
        return within.isZero() ? tests.anniversaryToday() : tests.anniversary(within);
    }

    private String near(Circle circle) {
        String place =
                plain(BigDecimal.valueOf(circle.latitude()))
                        + ", "
                        + plain(BigDecimal.valueOf(circle.longitude()));
        return tests.near(place, plain(BigDecimal.valueOf(circle.kilometres())));
    }

    private String moment(Moment moment) {
        return switch (moment) {
            case Moment.At at -> at.text();
            case Moment.Ago ago -> tests.ago(ago.length());
            case Moment.Ahead ahead -> tests.ahead(ahead.length());
            case Moment.TriggerProperty property -> tests.ofTrigger(property.name());
        };
    }

    private String operand(Operand operand) {
        return switch (operand) {
            case Operand.Literal literal -> String.valueOf(literal.value());
            case Operand.TriggerProperty property -> tests.ofTrigger(property.name());
        };
    }
}
