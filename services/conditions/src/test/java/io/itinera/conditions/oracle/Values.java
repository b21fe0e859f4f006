package io.itinera.conditions.oracle;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What traits, properties and times of cases are made of. */
final class Values {
    static final int LAST_MOMENT = 30;
    static final String JOURNEY = "0198c5a0-2222-7aaa-8bbb-000000000002";
    static final String TEMPLATE = "0198c5a0-5555-7aaa-8bbb-000000000005";

    private Values() {}

    static Arbitrary<String> uuids() {
        return Arbitraries.integers()
                .between(0, 9_999)
                .map("3f2b1d7e-58a1-5c1c-9d0e-6c4b8f2a%04d"::formatted);
    }

    /** What is known of something: a number, a text, a moment, a place; or something else. */
    static Arbitrary<String> known() {
        return Combinators.combine(numbers(), texts(), moments(), places(), numbers(), anything())
                .as(
                        (number, text, moment, place, inner, odd) ->
                                """
                                {"n": %s, "t": %s, "d": "%s", "p": %s, "o": {"in": %s}, "x": %s}
                                """
                                        .formatted(number, text, moment, place, inner, odd));
    }

    static Arbitrary<String> moments() {
        return Arbitraries.integers().between(0, LAST_MOMENT).map(at -> "@" + at);
    }

    static Arbitrary<String> numbers() {
        return Arbitraries.of("0", "1", "2", "2", "2.0", "2.5", "3", "-1", "0.1", "1e3");
    }

    static Arbitrary<String> texts() {
        return Arbitraries.of("tea", "teapot", "pot", "Tea 2", "").map(Values::quoted);
    }

    private static Arbitrary<String> places() {
        return Arbitraries.of(
                "{\"latitude\": 25.03, \"longitude\": 121.56}",
                "{\"lat\": 35.68, \"lng\": 139.69}",
                "{\"lat\": 22.99, \"lon\": 120.21}",
                "{\"latitude\": 51.5, \"longitude\": -0.12}",
                "{\"latitude\": 95, \"longitude\": 0}",
                "{\"latitude\": \"25\", \"longitude\": 121}",
                "{\"lat\": 25.03}");
    }

    private static Arbitrary<String> days() {
        return Arbitraries.of(
                        "2028-02-29",
                        "1988-02-29",
                        "2000-02-29T02:00:00+09:00",
                        "1990-02-28",
                        "2028-03-01",
                        "2027-03-01T12:00:00",
                        "2025-02-30")
                .map(Values::quoted);
    }

    private static Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                numbers(),
                texts(),
                days(),
                days(),
                moments().map(Values::quoted),
                Arbitraries.of(
                        "null",
                        "true",
                        "false",
                        "[\"tea\", 2]",
                        "[]",
                        "{}",
                        "1835000000000",
                        "100000000000"));
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static Arbitrary<String> lengths() {
        return Arbitraries.integers().between(1, 12).map(length -> "\"~" + length + "\"");
    }

    static String member(String word, String value) {
        return "\"" + word + "\": " + value;
    }
}
