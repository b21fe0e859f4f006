package io.itinera.segmentation.domain.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Test.Exists;
import io.itinera.contracts.condition.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RulebookTest {

    @Test
    void eventAmongAThousandSegmentsTouchesThoseThatMentionIt() {
        List<SegmentRule> rules = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rules.add(rule("s" + i, performed("Event " + i / 5)));
        }
        Rulebook book = new Rulebook(rules, List.of(), Set.of());
        assertEquals(
                Set.of("s35", "s36", "s37", "s38", "s39"),
                ids(book.touched("w", "Event 7", Set.of("country"))));
    }

    @Test
    void stepIntoATraitIsTouchedByTheWholeTrait() {
        Rulebook book =
                new Rulebook(
                        List.of(rule("s", new Condition.Trait("home.city", new Exists(true)))),
                        List.of(),
                        Set.of());
        assertEquals(Set.of("s"), ids(book.touched("w", "Any", Set.of("home"))));
    }

    @Test
    void newcomerIsAskedAboutWhatHoldsForNobodyAndNothingElse() {
        Rulebook book =
                new Rulebook(
                        List.of(
                                rule("bought", performed("Bought")),
                                rule("never", new Condition.Not(performed("Bought"))),
                                rule("lot", new Condition.Bucket("lot", 0, 1)),
                                rule("nested", new Condition.Segment("never"))),
                        List.of(),
                        Set.of());
        assertEquals(Set.of("never", "lot"), ids(book.innate("w")));
    }

    private static Condition performed(String event) {
        return new Condition.Performed(event, Times.ONCE, null, null);
    }

    private static Set<String> ids(Collection<SegmentRule> rules) {
        return rules.stream()
                .map(SegmentRule::segment)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SegmentRule rule(String segment, Condition condition) {
        try {
            return new SegmentRule(
                    "w", segment, 1, SegmentRule.Audience.EVERYONE, Conditions.compile(condition));
        } catch (InvalidCondition e) {
            throw new AssertionError("a sound condition", e);
        }
    }
}
