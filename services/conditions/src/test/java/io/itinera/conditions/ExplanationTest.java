package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Explanation.Turn;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Step;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private static final Instant NOW = Instant.parse("2028-03-01T12:00:00Z");
    private static final Window WEEK = new Window.Last(Duration.ofDays(7));
    private static final String ADDED = "Product Added";

    @Test
    void countThatIsNotReachedShowsWhatCountedAndHowManyAreMissing() {
        Explanation why =
                explain(
                        new Condition.Performed(ADDED, new Times(3, null), WEEK, null),
                        Map.of(),
                        added(1),
                        added(2),
                        added(9));
        assertEquals(
                List.of(NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(2))),
                why.events().stream().map(Explanation.Seen::at).toList());
        assertEquals(List.of(new Turn.More(ADDED, 1)), why.turns());
    }

    @Test
    void countThatHoldsEndsWhenTheWindowDoes() {
        Explanation why =
                explain(new Condition.Performed(ADDED, Times.ONCE, WEEK, null), Map.of(), added(2));
        assertEquals(List.of(new Turn.WindowEnds(NOW.plus(Duration.ofDays(5)))), why.turns());
        assertEquals(Map.of(ADDED, 1), why.found());
    }

    @Test
    void upperBoundIsPassedByOneMore() {
        Explanation why =
                explain(
                        new Condition.Performed(ADDED, new Times(0, 2), null, null),
                        Map.of(),
                        added(1));
        assertEquals(List.of(new Turn.More(ADDED, 2)), why.turns());
    }

    @Test
    void looseEndIsTiedByTheOther() {
        Condition.Unfollowed left =
                new Condition.Unfollowed(
                        new Step(ADDED, null), new Step("Ordered", null), null, WEEK);
        assertEquals(
                List.of(
                        new Turn.WindowEnds(NOW.plus(Duration.ofDays(6))),
                        new Turn.Further("Ordered")),
                explain(left, Map.of(), added(1)).turns());
    }

    @Test
    void everyPartOfAJoinedConditionIsExplained() {
        Condition tea = trait("drink", "tea");
        Condition japan = trait("country", "JP");
        Explanation why =
                explain(
                        new Condition.All(List.of(tea, new Condition.Not(japan))),
                        Map.of("drink", "tea", "country", "JP"));
        assertEquals(Verdict.of(false), why.verdict());
        assertEquals(
                List.of(Verdict.of(true), Verdict.of(false)),
                why.parts().stream().map(Explanation::verdict).toList());
        assertEquals("JP", why.parts().getLast().parts().getFirst().value());
    }

    @Test
    void numberOfAnAggregateIsShown() {
        Condition spent =
                new Condition.Aggregate(
                        Condition.Aggregate.Of.sum,
                        ADDED,
                        "day",
                        null,
                        null,
                        new io.itinera.contracts.condition.Test.AtLeast(new Operand.Literal(10)));
        assertEquals(
                0,
                new java.math.BigDecimal(3)
                        .compareTo(
                                (java.math.BigDecimal)
                                        java.util.Objects.requireNonNull(
                                                explain(spent, Map.of(), added(1), added(2))
                                                        .value())));
    }

    @Test
    void noMoreEventsAreShownThanTheLimit() {
        ListHistory.Done[] many =
                IntStream.rangeClosed(1, Explanation.MAX_SEEN + 1)
                        .mapToObj(ExplanationTest::added)
                        .toArray(ListHistory.Done[]::new);
        Condition often = new Condition.Performed(ADDED, new Times(many.length, null), null, null);
        Explanation why = explain(often, Map.of(), many);
        assertEquals(Explanation.MAX_SEEN, why.events().size());
        assertEquals(Map.of(ADDED, many.length), why.found());
    }

    @Test
    void whatTurnsItIsSaidInThreeLanguages() {
        Turn ends = new Turn.WindowEnds(Instant.parse("2028-03-03T09:05:00Z"));
        assertEquals(
                "on 3 March 2028 at 09:05 UTC, when the window ends", said(ends, Locale.ENGLISH));
        assertEquals("2028年3月3日 09:05 UTCに期間が終わったとき", said(ends, Locale.JAPANESE));
        assertEquals("2028年3月3日 09:05 UTC 期間結束時", said(ends, Locale.TAIWAN));
        assertEquals("one more “Product Added”", said(new Turn.More(ADDED, 1), Locale.ENGLISH));
    }

    private static String said(Turn turn, Locale locale) {
        return Conditions.print(turn, locale, id -> id);
    }

    private static Condition trait(String name, String value) {
        return new Condition.Trait(
                name, new io.itinera.contracts.condition.Test.Equals(new Operand.Literal(value)));
    }

    private static ListHistory.Done added(int daysAgo) {
        return new ListHistory.Done(
                ADDED, NOW.minus(Duration.ofDays(daysAgo)), Map.of("day", daysAgo));
    }

    private static Explanation explain(
            Condition condition, Map<String, Object> traits, ListHistory.Done... done) {
        Person person = Person.seen(traits, Vantage.of(new ListHistory(List.of(done)), NOW));
        try {
            return Conditions.compile(condition).explain(person, person.vantage());
        } catch (InvalidCondition e) {
            throw new AssertionError("a sound condition", e);
        }
    }
}
