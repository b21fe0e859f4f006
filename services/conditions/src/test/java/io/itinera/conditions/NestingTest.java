package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.condition.Condition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NestingTest {
    private static final Map<String, Condition> NOBODY = Map.of();

    @Test
    void segmentThatMentionsNoneLiesInNone() {
        assertEquals(
                new Nesting(List.of(), 0, Set.of()),
                Conditions.nesting("a", new Condition.All(List.of()), NOBODY::get));
    }

    @Test
    void circleIsNamedFromItselfToItself() {
        Map<String, Condition> others = Map.of("b", in("d", "c"), "c", in("a"), "d", in());
        assertEquals(
                List.of("a", "b", "c", "a"), Conditions.nesting("a", in("b"), others::get).cycle());
    }

    @Test
    void segmentThatMentionsItselfIsTheSmallestCircle() {
        assertEquals(List.of("a", "a"), Conditions.nesting("a", in("a"), NOBODY::get).cycle());
    }

    @Test
    void segmentMentionedByTwoWaysIsNoCircle() {
        Map<String, Condition> others = Map.of("b", in("d"), "c", in("d"), "d", in());
        assertEquals(
                new Nesting(List.of(), 2, Set.of()),
                Conditions.nesting("a", in("b", "c"), others::get));
    }

    @Test
    void whatNobodyKnowsIsNamed() {
        assertEquals(
                Set.of("ghost"),
                Conditions.nesting("a", in("b"), Map.of("b", in("ghost"))::get).unknown());
    }

    @Test
    void depthIsToldUpToTheLimitAndAsOnePastItBeyond() {
        assertEquals(Conditions.MAX_NESTING, depth(Conditions.MAX_NESTING));
        assertEquals(Conditions.MAX_NESTING + 1, depth(Conditions.MAX_NESTING + 1));
        assertEquals(Conditions.MAX_NESTING + 1, depth(Conditions.MAX_NESTING + 5));
    }

    private static int depth(int chain) {
        Map<String, Condition> others = new HashMap<>();
        IntStream.range(1, chain).forEach(at -> others.put("s" + at, in("s" + (at + 1))));
        others.put("s" + chain, in());
        return Conditions.nesting("s0", in("s1"), others::get).depth();
    }

    private static Condition in(String... segments) {
        return new Condition.Not(
                new Condition.Any(
                        Arrays.stream(segments).<Condition>map(Condition.Segment::new).toList()));
    }
}
