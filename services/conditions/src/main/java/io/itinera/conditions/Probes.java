package io.itinera.conditions;

import com.google.re2j.Pattern;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes probes of tests that {@link TestCheck} has found sound. */
final class Probes {
    private static final int BELOW = -1;
    private static final int EQUAL = 0;
    private static final int ABOVE = 1;

    private Probes() {}

    static Probe of(Test test) {
        return switch (test) {
            case Test.Exists exists ->
                    (value, trigger, now) -> Verdict.of((value != null) == exists.expected());
            case Test.Equals equals -> comparing(equals.to(), Values::same);
            case Test.In in ->
                    lasting(value -> in.values().stream().anyMatch(one -> Values.same(value, one)));
            case Test.Contains contains -> comparing(contains.part(), Probes::contains);
            case Test.StartsWith starts -> comparing(starts.prefix(), Probes::startsWith);
            case Test.LessThan less ->
                    comparing(less.bound(), (value, bound) -> compares(value, bound, BELOW));
            case Test.MoreThan more ->
                    comparing(more.bound(), (value, bound) -> compares(value, bound, ABOVE));
            case Test.AtMost most ->
                    comparing(
                            most.bound(),
                            (value, bound) ->
                                    compares(value, bound, BELOW) || compares(value, bound, EQUAL));
            case Test.AtLeast least ->
                    comparing(
                            least.bound(),
                            (value, bound) ->
                                    compares(value, bound, ABOVE) || compares(value, bound, EQUAL));
            case Test.Matches matches -> matching(Pattern.compile(matches.pattern()));
            case Test.Before before -> before(before.bound());
            case Test.After after -> after(after.bound());
            case Test.Anniversary anniversary ->
                    (value, trigger, now) -> {
                        LocalDate day = Moments.day(value);
                        return day == null
                                ? Verdict.of(false)
                                : Anniversaries.coming(day, anniversary.coming(), now);
                    };
            case Test.Near near -> lasting(value -> Places.lies(value, near.circle()));
        };
    }

    private interface Comparison {
        boolean holds(@Nullable Object value, @Nullable Object operand);
    }

    private interface Trait {
        boolean holds(@Nullable Object value);
    }

    private static Probe lasting(Trait trait) {
        return (value, trigger, now) -> Verdict.of(trait.holds(value));
    }

    private static Probe comparing(Operand operand, Comparison comparison) {
        return switch (operand) {
            case Operand.Literal(Object literal) ->
                    lasting(value -> comparison.holds(value, literal));
            case Operand.TriggerProperty(String name) ->
                    (value, trigger, now) ->
                            Verdict.of(comparison.holds(value, Values.at(trigger, name)));
        };
    }

    private static boolean startsWith(@Nullable Object value, @Nullable Object prefix) {
        return value instanceof String text
                && prefix instanceof String start
                && text.startsWith(start);
    }

    private static boolean contains(@Nullable Object value, @Nullable Object part) {
        return switch (value) {
            case String text -> part instanceof String piece && text.contains(piece);
            case List<?> list -> list.stream().anyMatch(element -> Values.same(element, part));
            case null, default -> false;
        };
    }

    private static boolean compares(@Nullable Object value, @Nullable Object bound, int sign) {
        return value instanceof Number left
                && bound instanceof Number right
                && Values.comparesTo(left, right, sign);
    }

    private static Probe matching(Pattern pattern) {
        return lasting(value -> value instanceof String text && pattern.matcher(text).find());
    }

    private interface Turn {
        Verdict of(Instant value, Instant now);
    }

    private static Probe before(Moment bound) {
        return switch (bound) {
            case Moment.At at -> fixed(Moments.at(at.text()), BELOW);
            case Moment.TriggerProperty(String name) -> triggered(name, BELOW);
            case Moment.Ago(Duration length) ->
                    turning((value, now) -> onceAfter(value.plus(length), now));
            case Moment.Ahead(Duration length) ->
                    turning((value, now) -> onceAfter(value.minus(length), now));
        };
    }

    private static Probe after(Moment bound) {
        return switch (bound) {
            case Moment.At at -> fixed(Moments.at(at.text()), ABOVE);
            case Moment.TriggerProperty(String name) -> triggered(name, ABOVE);
            case Moment.Ago(Duration length) ->
                    turning((value, now) -> asLongAsBefore(value.plus(length), now));
            case Moment.Ahead(Duration length) ->
                    turning((value, now) -> asLongAsBefore(value.minus(length), now));
        };
    }

    private static Probe fixed(@Nullable Instant bound, int sign) {
        Instant sound = Objects.requireNonNull(bound);
        return lasting(value -> lies(Moments.at(value), sound, sign));
    }

    private static Probe triggered(String name, int sign) {
        return (value, trigger, now) ->
                Verdict.of(lies(Moments.at(value), Moments.at(Values.at(trigger, name)), sign));
    }

    private static boolean lies(@Nullable Instant value, @Nullable Instant bound, int sign) {
        return value != null && bound != null && Integer.signum(value.compareTo(bound)) == sign;
    }

    private static Probe turning(Turn turn) {
        return (value, trigger, now) -> {
            Instant at = Moments.at(value);
            return at == null ? Verdict.of(false) : turn.of(at, now);
        };
    }

    /** {@code value < now - length} becomes true one millisecond after {@code value + length}. */
    private static Verdict onceAfter(Instant pivot, Instant now) {
        return now.isAfter(pivot) ? Verdict.of(true) : Verdict.until(false, pivot.plusMillis(1));
    }

    /** {@code value > now - length} stops being true at {@code value + length}. */
    private static Verdict asLongAsBefore(Instant pivot, Instant now) {
        return now.isBefore(pivot) ? Verdict.until(true, pivot) : Verdict.of(false);
    }
}
