package io.itinera.conditions;

import static io.itinera.conditions.Written.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** As any SHA-256 says: the eight digits that spring:3f2b… begins with, of 2 to the 32nd. */
    private static final int PLACE_IN_SPRING = 2721;

    static final String ORDERED_THIS_CART =
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
                "{'matches': 'e+a'}      | 'green tea' | true",
                "{'matches': '^tea'}     | 'green tea' | false",
                "{'matches': '5'}        | 5           | false",
                "{'before': '2026-06-01'} | '2026-05-31T23:59:59.999Z' | true",
                "{'before': '2026-06-01'} | '2026-06-01' | false",
                "{'before': '2026-06-01'} | '2026-06-01T08:00:00+09:00' | true",
                "{'after': '2026-06-01'} | '2026-06-01T00:00:00.001' | true",
                "{'after': '2026-06-01'} | 1780272000001 | true",
                "{'after': '2026-06-01'} | 1780272000000 | false",
                "{'after': '1970-01-01'} | 100000000000 | false",
                "{'after': '1970-01-01'} | 100000000001 | true",
                "{'after': '1970-01-01'} | '2026-02-30' | false",
                "{'after': '1970-01-01'} | 'tomorrow'  | false",
                "{'after': '0001-01-01'} | '9999-12-31' | true",
                "{'after': '0001-01-01'} | '+10000-01-01' | false",
                "{'after': '0001-01-01'} | 253402300800000 | false",
                "{'before': {'ago': 'P1D'}} | '2026-05-31T11:59:59.999Z' | true",
                "{'before': {'ago': 'P1D'}} | '2026-05-31T12:00:00Z' | false",
                "{'after': {'ahead': 'P1D'}} | '2026-06-02T12:00:00.001Z' | true",
                "{'anniversary': {'within': 'P7D'}} | '1990-06-08' | true",
                "{'anniversary': {'within': 'P7D'}} | '1990-06-09' | false",
                "{'anniversary': {'within': 'PT0S'}} | '1990-06-01' | true",
                "{'anniversary': {'within': 'PT0S'}} | '2026-06-01' | false",
                "{'near': {'latitude': 25.03, 'longitude': 121.56, 'kilometres': 270}} | {'lat': 22.99, 'lng': 120.21} | true",
                "{'near': {'latitude': 25.03, 'longitude': 121.56, 'kilometres': 260}} | {'lat': 22.99, 'lon': 120.21} | false",
                "{'near': {'latitude': 0, 'longitude': 179.9, 'kilometres': 30}} | {'latitude': 0, 'longitude': -179.9} | true",
                "{'near': {'latitude': 0, 'longitude': 0, 'kilometres': 30}} | {'latitude': 0} | false",
            })
    void testComparesAsItsDescriptionSays(String test, String value, boolean passes)
            throws Exception {
        Condition condition = read("{'trait': {'name': 'it', 'test': %s}}".formatted(test));
        Object known = read(value, Object.class);
        Map<String, Object> traits = Collections.singletonMap("it", known);
        assertEquals(passes, Conditions.compile(condition).evaluate(withTraits(traits)).holds());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-21T00:00:00Z, true, 2026-03-01T00:00:00Z",
        "2026-02-20T23:59:59.999Z, false, 2026-02-21T00:00:00Z",
        "2028-02-22T00:00:00Z, true, 2028-03-01T00:00:00Z",
        "2028-02-21T23:59:59.999Z, false, 2028-02-22T00:00:00Z",
    })
    void leapDayComesRoundOnThe28thInCommonYears(Instant now, boolean holds, Instant changesAt)
            throws Exception {
        Condition born =
                read("{'trait': {'name': 'born', 'test': {'anniversary': {'within': 'P7D'}}}}");
        assertEquals(
                Verdict.until(holds, changesAt),
                Conditions.compile(born).evaluate(Person.with(Map.of("born", "1992-02-29"), now)));
    }

    @Test
    void relativeTestsTurnToTheMillisecond() throws Exception {
        Condition before = read("{'trait': {'name': 'at', 'test': {'before': {'ago': 'P1D'}}}}");
        Condition after = read("{'trait': {'name': 'at', 'test': {'after': {'ahead': 'P1D'}}}}");
        Person person = Person.with(Map.of("at", "2026-06-03T00:00:00Z"), NOW);
        assertEquals(
                List.of(
                        Verdict.until(false, Instant.parse("2026-06-04T00:00:00.001Z")),
                        Verdict.until(true, Instant.parse("2026-06-02T00:00:00Z"))),
                List.of(
                        Conditions.compile(before).evaluate(person),
                        Conditions.compile(after).evaluate(person)));
    }

    @Test
    void placeInALotteryStaysWhatItWasInEveryRelease() {
        assertEquals(PLACE_IN_SPRING, Buckets.place("spring", Person.SOMEONE));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "-1, 0, false", "1, 2, false", "-1, 1, true"})
    void bucketBeginsWithItsFirstPlaceAndEndsBeforeItsLast(int from, int below, boolean holds)
            throws Exception {
        Condition bucket =
                new Condition.Bucket("spring", PLACE_IN_SPRING + from, PLACE_IN_SPRING + below);
        assertEquals(Verdict.of(holds), Conditions.compile(bucket).evaluate(withTraits(Map.of())));
    }

    @Test
    void lotsAreSpreadEvenly() {
        long inFirstTenth =
                IntStream.range(0, 10_000)
                        .filter(id -> Buckets.place("spring", new UUID(id, id)) < 1_000)
                        .count();
        assertTrue(Math.abs(inFirstTenth - 1_000) < 120, "four standard deviations");
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
                List.of(true, false), compiled.questions().stream().map(Question::bound).toList());
    }

    @Test
    void neverDidItWorksAlone() throws Exception {
        Compiled compiled =
                Conditions.compile(read("{'not': {'performed': {'event': 'Order Completed'}}}"));
        assertEquals(Verdict.of(true), compiled.evaluate(withTraits(Map.of())));
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
    void filterAsksOnlyAboutTheEvent() throws Exception {
        Filter filter =
                Conditions.compileFilter(
                        read("{'property': {'name': 'price', 'test': {'atLeast': 10}}}"));
        assertEquals(true, filter.passes(Map.of("price", 10), Map.of()));
        Condition performed = read("{'performed': {'event': 'Seen'}}");
        assertThrows(InvalidCondition.class, () -> Conditions.compileFilter(performed));
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
        return Person.seen(Map.of(), new Vantage(history, Map.of("cart_id", cart), at, NOW));
    }

    private static Person withTraits(Map<String, Object> traits) {
        return Person.with(traits, NOW);
    }
}
