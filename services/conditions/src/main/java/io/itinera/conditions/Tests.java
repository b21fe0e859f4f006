package io.itinera.conditions;

import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a value passes a test. */
final class Tests {
    private static final int BELOW = -1;
    private static final int EQUAL = 0;
    private static final int ABOVE = 1;

    private Tests() {}

    static boolean passes(Test test, @Nullable Object value, Map<String, Object> trigger) {
        return switch (test) {
            case Test.Exists exists -> (value != null) == exists.expected();
            case Test.Equals equals -> Values.same(value, resolve(equals.to(), trigger));
            case Test.In in -> in.values().stream().anyMatch(one -> Values.same(value, one));
            case Test.Contains contains -> contains(value, resolve(contains.part(), trigger));
            case Test.StartsWith startsWith ->
                    value instanceof String text
                            && resolve(startsWith.prefix(), trigger) instanceof String prefix
                            && text.startsWith(prefix);
            case Test.LessThan lessThan ->
                    compares(value, resolve(lessThan.bound(), trigger), BELOW);
            case Test.MoreThan moreThan ->
                    compares(value, resolve(moreThan.bound(), trigger), ABOVE);
            case Test.AtMost atMost -> {
                Object bound = resolve(atMost.bound(), trigger);
                yield compares(value, bound, BELOW) || compares(value, bound, EQUAL);
            }
            case Test.AtLeast atLeast -> {
                Object bound = resolve(atLeast.bound(), trigger);
                yield compares(value, bound, ABOVE) || compares(value, bound, EQUAL);
            }
        };
    }

    private static @Nullable Object resolve(Operand operand, Map<String, Object> trigger) {
        return switch (operand) {
            case Operand.Literal literal -> literal.value();
            case Operand.TriggerProperty property -> Values.at(trigger, property.name());
        };
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
}
