package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class MeasureTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** Notes what is asked of it, and whether it is scanned. */
    private static final class Asked implements History {
        private final List<Measure> measures = new ArrayList<>();
        private int scans;

        @Override
        public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
            scans++;
        }

        @Override
        public Matches matches(Measure measure, Reach reach) {
            measures.add(measure);
            return ((History) (_, _, _) -> {}).matches(measure, reach);
        }
    }

    private static Condition bought(Operand size) {
        return new Condition.Performed(
                "Bought",
                new Times(1, null),
                null,
                new Condition.Property(
                        "size", new io.itinera.contracts.condition.Test.Equals(size)));
    }

    private static Vantage vantage(History history) {
        return new Vantage(history, Map.of("size", 2), NOW, NOW);
    }

    private static void ask(History history, Condition condition) throws InvalidCondition {
        Conditions.compile(condition).evaluate(Person.seen(Map.of(), vantage(history)));
    }

    @Test
    void sameFilterCompiledAnewIsTheSameMeasure() throws Exception {
        Asked history = new Asked();
        ask(history, bought(new Operand.Literal(2)));
        ask(history, bought(new Operand.Literal(2)));
        ask(history, bought(new Operand.Literal(3)));
        assertEquals(history.measures.get(0), history.measures.get(1));
        assertEquals(2, history.measures.stream().distinct().count());
    }

    @Test
    void historyIsNotAskedWhatTakesTheTriggerToTell() throws Exception {
        Asked history = new Asked();
        ask(history, bought(new Operand.TriggerProperty("size")));
        assertEquals(List.of(0, 1), List.of(history.measures.size(), history.scans));
    }

    @Test
    void whoAsksWhyIsShownTheEventsThemselves() throws Exception {
        Asked history = new Asked();
        Vantage vantage = vantage(history);
        Conditions.compile(bought(new Operand.Literal(2)))
                .explain(Person.seen(Map.of(), vantage), vantage);
        assertEquals(List.of(0, 1), List.of(history.measures.size(), history.scans));
    }
}
