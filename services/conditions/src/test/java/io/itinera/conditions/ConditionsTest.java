package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final String ORDERED_THIS_CART =
            """
            {"performed": {"event": "Order Completed", "window": {"since": "trigger"},
              "where": {"property": {"name": "cart_id", "test": {"equals": {"trigger": "cart_id"}}}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'equals': 'JP'}        | 'JP'        | true",
                "{'equals': 'JP'}        | 'jp'        | false",
                "{'equals': 5}           | 5.0         | true",
                "{'equals': 5}           | '5'         | false",
                "{'equals': true}        | true        | true",
                "{'equals': 'JP'}        | null        | false",
                "{'in': ['a', 2]}        | 2           | true",
                "{'in': ['a', 2]}        | 'b'         | false",
                "{'contains': 'an'}      | 'tan'       | true",
                "{'contains': 'vip'}     | ['new', 'vip'] | true",
                "{'contains': 'vip'}     | ['vipers']  | false",
                "{'startsWith': 'ta'}    | 'tan'       | true",
                "{'startsWith': 'ta'}    | 7           | false",
                "{'lessThan': 3}         | 2.999       | true",
                "{'lessThan': 3}         | 3           | false",
                "{'atMost': 3}           | 3.0         | true",
                "{'atLeast': 3}          | 9007199254740993 | true",
                "{'moreThan': 9007199254740992} | 9007199254740993 | true",
                "{'moreThan': 1}         | 'z'         | false",
                "{'exists': true}        | null        | false",
                "{'exists': false}       | null        | true",
                "{'exists': true}        | ''          | true",
            })
    void testComparesAsItsDescriptionSays(String test, String value, boolean passes)
            throws Exception {
        Condition condition =
                read("{'trait': {'name': 'it', 'test': %s}}".formatted(test.replace('\'', '"')));
        Object known = JSON.readValue(value.replace('\'', '"'), Object.class);
        Map<String, Object> traits = Collections.singletonMap("it", known);
        assertEquals(passes, Conditions.compile(condition).evaluate(withTraits(traits)).holds());
    }

    @Test
    void dotStepsIntoAnObject() throws Exception {
        Condition condition =
                read("{'trait': {'name': 'address.city', 'test': {'equals': 'Tainan'}}}");
        Map<String, Object> traits = Map.of("address", Map.of("city", "Tainan"));
        assertEquals(Verdict.of(true), Conditions.compile(condition).evaluate(withTraits(traits)));
    }

    @Test
    void boundConditionCountsOnlyWhatMatchesTheTrigger() throws Exception {
        Compiled compiled = Conditions.compile(read(ORDERED_THIS_CART));
        Instant dropped = NOW.minusSeconds(60);
        ListHistory otherCart = new ListHistory(List.of(ordered("c2", NOW.minusSeconds(30))));
        ListHistory sameCart = new ListHistory(List.of(ordered("c1", NOW.minusSeconds(30))));
        ListHistory before = new ListHistory(List.of(ordered("c1", dropped.minusMillis(1))));
        ListHistory atTheVeryMoment = new ListHistory(List.of(ordered("c1", dropped)));

        assertEquals(
                List.of(false, true, false, true),
                List.of(otherCart, sameCart, before, atTheVeryMoment).stream()
                        .map(history -> triggeredBy("c1", dropped, history))
                        .map(person -> compiled.evaluate(person).holds())
                        .toList());
    }

    @Test
    void mentioningTheTriggerBindsAConditionAndNotItsNeighbours() throws Exception {
        Compiled compiled =
                Conditions.compile(
                        read(
                                "{'any': [%s, {'performed': {'event': 'Seen'}}]}"
                                        .formatted(ORDERED_THIS_CART)));
        assertEquals(true, compiled.bound());
        assertEquals(
                List.of(true, false),
                compiled.performances().stream().map(Performance::bound).toList());
    }

    @Test
    void neverDidItWorksAlone() throws Exception {
        Compiled compiled =
                Conditions.compile(read("{'not': {'performed': {'event': 'Order Completed'}}}"));
        assertEquals(Verdict.of(true), compiled.evaluate(withTraits(Map.of())));
    }

    @Test
    void hashIsTheSameForTheSameConditionHoweverItWasWritten() throws Exception {
        String terse = "{'performed': {'event': 'Seen', 'window': {'last': 'P1D'}}}";
        String wordy =
                "{'performed': {'window': {'last': 'PT24H'}, 'times': {'atLeast': 1}, 'event': 'Seen'}}";
        String other = "{'performed': {'event': 'Seen', 'window': {'last': 'P2D'}}}";
        assertEquals(Conditions.hash(read(terse)), Conditions.hash(read(wordy)));
        assertNotEquals(Conditions.hash(read(terse)), Conditions.hash(read(other)));
    }

    @Test
    void hashStaysWhatItWasInEveryRelease() throws Exception {
        assertEquals("de911aa4580cdbf0b823278365e6f8ec", Conditions.hash(read(ORDERED_THIS_CART)));
    }

    @Test
    void everyFlawIsNamedWithItsPlace() throws Exception {
        Condition condition =
                read(
                        """
                        {"all": [
                          {"trait": {"name": " ", "test": {"equals": 1}}},
                          {"trait": {"name": "age", "test": {"moreThan": "old"}}},
                          {"performed": {"event": "Seen", "window": {"last": "P401D"},
                            "where": {"trait": {"name": "x", "test": {"exists": true}}}}},
                          {"performed": {"event": "Seen", "where": {"all": []}, "times": {"atLeast": 0}}},
                          {"trait": {"name": "x"}}
                        ]}
                        """);
        InvalidCondition invalid =
                assertThrows(InvalidCondition.class, () -> Conditions.compile(condition));
        assertEquals(
                List.of(
                        new Flaw("/all/0/trait/name", "a name is missing"),
                        new Flaw(
                                "/all/1/trait/test/moreThan",
                                "compare with a number, not with old"),
                        new Flaw("/all/2/performed/window/last", "history is kept for 400 days"),
                        new Flaw(
                                "/all/2/performed/where",
                                "an event's filter asks about its properties, not about a trait"),
                        new Flaw("/all/4/trait/test", "a test is missing")),
                invalid.flaws());
    }

    @Test
    void depthAtTheLimitCompilesAndOnePastItDoesNot() throws Exception {
        Conditions.compile(nested(Conditions.MAX_DEPTH));
        Condition tooDeep = nested(Conditions.MAX_DEPTH + 1);
        assertThrows(InvalidCondition.class, () -> Conditions.compile(tooDeep));
    }

    @Test
    void partsAtTheLimitCompileAndOnePastItDoNot() throws Exception {
        Conditions.compile(wide(Conditions.MAX_PARTS - 1));
        Condition tooMany = wide(Conditions.MAX_PARTS);
        assertThrows(InvalidCondition.class, () -> Conditions.compile(tooMany));
    }

    @Test
    void valuesAtTheLimitCompileAndOnePastItDoNot() throws Exception {
        Conditions.compile(oneOf(Conditions.MAX_VALUES));
        Condition tooMany = oneOf(Conditions.MAX_VALUES + 1);
        assertThrows(InvalidCondition.class, () -> Conditions.compile(tooMany));
    }

    @Test
    void filterAsksOnlyAboutTheEvent() throws Exception {
        Filter filter =
                Conditions.compileFilter(
                        read("{'property': {'name': 'price', 'test': {'atLeast': 10}}}"));
        assertEquals(true, filter.passes(Map.of("price", 10), Map.of()));
        Condition performed = read("{'performed': {'event': 'Seen'}}");
        assertThrows(InvalidCondition.class, () -> Conditions.compileFilter(performed));
    }

    private static Condition nested(int depth) {
        Condition condition =
                new Condition.Trait("x", new io.itinera.contracts.condition.Test.Exists(true));
        for (int i = 1; i < depth; i++) {
            condition = new Condition.Not(condition);
        }
        return condition;
    }

    private static Condition wide(int leaves) {
        return new Condition.All(Collections.nCopies(leaves, nested(1)));
    }

    private static Condition oneOf(int values) {
        List<Object> numbers = List.copyOf(IntStream.range(0, values).boxed().toList());
        return new Condition.Trait("x", new io.itinera.contracts.condition.Test.In(numbers));
    }

    @Test
    void operandIsAValueOrThePropertyOfTheTrigger() {
        assertEquals(new Operand.TriggerProperty("a"), Operand.of(Map.of("trigger", "a")));
        assertThrows(IllegalArgumentException.class, () -> Operand.of(List.of(1)));
        assertThrows(IllegalArgumentException.class, () -> Operand.of(Map.of("triger", "a")));
    }

    private static ListHistory.Done ordered(String cart, Instant at) {
        return new ListHistory.Done("Order Completed", at, Map.of("cart_id", cart));
    }

    private static Person triggeredBy(String cart, Instant at, History history) {
        return new Person(Map.of(), Map.of(), Map.of("cart_id", cart), at, history, NOW);
    }

    private static Person withTraits(Map<String, Object> traits) {
        return new Person(traits, Map.of(), Map.of(), null, new ListHistory(List.of()), NOW);
    }

    private static Condition read(String json) throws Exception {
        return JSON.readValue(json.replace('\'', '"'), Condition.class);
    }
}
