package io.itinera.collector.hooks.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.itinera.collector.hooks.domain.Mapped;
import io.itinera.collector.hooks.domain.Mapped.Failed;
import io.itinera.collector.hooks.domain.Place;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void objectIsAnEvent() {
        assertEquals(
                new Mapped.Events(List.of(Map.of("event", "Paid", "userId", "u7"))),
                mapped("{'event': 'Paid', 'userId': 'u' & who.id}", "{'who': {'id': 7}}"));
    }

    @Test
    void listIsAListOfEventsEvenWithinAList() {
        assertEquals(
                new Mapped.Events(List.of(Map.of("n", 1), Map.of("n", 2))),
                mapped("$.{'n': a}", "[{'a': 1}, {'a': 2}]"));
        assertEquals(
                new Mapped.Events(List.of(Map.of("n", 1))), mapped("$.{'n': a}", "[{'a': 1}]"));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(new Mapped.Nothing(), mapped("type = 'x' ? {'event': 'E'}", "{}"));
        assertEquals(new Mapped.Nothing(), mapped("events[kind = 'x']", "{'events': []}"));
        assertEquals(new Mapped.Nothing(), mapped("[]", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'text'", "[1]", "true", "[{'a': 1}, 2]", "function() {1}"})
    void everythingElseFails(String text) {
        assertEquals(
                Failed.of("the mapping must yield an event, a list of events, or nothing"),
                mapped(text, "{}"));
    }

    @Test
    void longNumbersStayExact() {
        assertEquals(
                new Mapped.Events(List.of(Map.of("id", "820982911946154508"))),
                mapped("{'id': $string(id)}", "{'id': 820982911946154508}"));
    }

    @Test
    void variablesAreThere() {
        assertEquals(
                new Mapped.Events(List.of(Map.of("event", "orders/create"))),
                Mapping.of("{\"event\": $headers.\"x-topic\"}")
                        .of(
                                Map.of(),
                                Map.of("headers", Map.of("x-topic", "orders/create")),
                                PATIENCE,
                                System::nanoTime));
    }

    @Test
    void syntaxErrorHasItsPlace() {
        Failed failed = assertInstanceOf(Failed.class, mapped("{\n  'event': name @ 1\n}", "{}"));
        assertEquals(2, failed.place().line(), failed.explanation());
        assertEquals("the mapping is not JSONata" + failed.place(), failed.detail());
    }

    @Test
    void whatIsKeptOfAFailureSaysNothingOfTheBody() {
        Failed failed = failed("{'n': 2 * email}", "{'email': 'mira@example.com'}");
        assertEquals("the mapping fails on this body (T2002)", failed.detail());
        Failed foreign = failed("{'n': $number(email)}", "{'email': 'mira@example.com'}");
        assertEquals("the mapping fails on this body", foreign.detail());
        assertEquals(true, foreign.explanation().contains("mira@example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "($f := function($n) {1 + $f($n)}; $f(1)) | goes more than 200 steps deep",
                "($f := function() {$f()}; $f()) | takes longer than 50 ms",
                "$pad('x', 300000) | makes a text of more than 262144 characters",
                "$replace('aaaaaaaa', 'a', $pad('', 60000)) | makes a text of more than 262144 char",
                "$join($map([1..9], function() {$pad('', 60000)})) | makes a text of more than 2621",
                "$count([1..50001]) | makes a list of more than 50000 elements",
                "$replace('aaaa', /(a+)+$/, 'b') | must not have regular expressions",
                "$match('aaaa', 'a') | must not use $match",
                "$eval('1') | must not use $eval",
                "($__evaluate_entry := null; 1) | must not contain __evaluate"
            })
    void mappingStaysWithinItsBounds(String text, String bound) {
        Failed failed =
                assertInstanceOf(
                        Failed.class,
                        Mapping.of(text)
                                .of(Map.of(), Map.of(), Duration.ofMillis(50), System::nanoTime));
        assertEquals(true, failed.detail().contains(bound), failed::detail);
    }

    @Test
    void textGrowsNoFurtherThanItsBound() {
        String grown = "x & x".replace("x", "$s");
        String text = "($s := 'abcdefgh'; " + ("$s := " + grown + "; ").repeat(40) + "{'s': $s})";
        assertEquals(
                Failed.of("the mapping makes a text of more than 262144 characters"),
                mapped(text, "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$pad('ab', 4, '-') | ab--",
                "$pad('ab', -4, '-') | --ab",
                "$pad('abc', 2) | abc",
                "$replace('a.b.c', '.', '-') | a-b-c",
                "$replace('a.b.c', '.', '-', 1) | a-b.c",
                "$join(['a', 'b', 'c'], ', ') | a, b, c",
                "$join(['a', 'b']) | ab",
                "$join('alone', '-') | alone"
            })
    void functionsInOtherFunctionsPlaceDoAsThoseDo(String text, String expected) {
        assertEquals(
                new Mapped.Events(List.of(Map.of("is", expected))),
                mapped("{'is': " + text + "}", "{}"));
    }

    @Test
    void deepTextIsRefusedAndHarmsNobody() {
        assertInstanceOf(Failed.class, mapped("(".repeat(8_000) + "1" + ")".repeat(8_000), "{}"));
    }

    @Test
    void placeIsCountedInLines() {
        assertEquals(new Place(1, 1), Place.after(0, "ab\ncd"));
        assertEquals(new Place(2, 2), Place.after(4, "ab\ncd"));
        assertEquals(Place.UNKNOWN, Place.after(-1, "ab"));
        assertEquals(Place.UNKNOWN, Place.after(3, "ab"));
    }

    @Test
    void onlySoManyMappingsAreKept() {
        Mappings mappings = new Mappings();
        for (int index = 0; index <= Mappings.KEPT; index++) {
            mappings.of("" + index);
        }
        assertEquals(Mappings.KEPT, mappings.kept());
    }

    private static Failed failed(String text, String body) {
        return assertInstanceOf(Failed.class, mapped(text, body));
    }

    private static Mapped mapped(String text, String body) {
        try {
            return Mapping.of(text)
                    .of(
                            Json.mapper().readValue(body.replace('\'', '"'), Object.class),
                            Map.of(),
                            PATIENCE,
                            System::nanoTime);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
