package io.itinera.conditions.oracle;

import static io.itinera.conditions.oracle.Values.lengths;
import static io.itinera.conditions.oracle.Values.member;
import static io.itinera.conditions.oracle.Values.moments;
import static io.itinera.conditions.oracle.Values.numbers;
import static io.itinera.conditions.oracle.Values.quoted;
import static io.itinera.conditions.oracle.Values.texts;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes what a condition may ask of one value. */
final class Questions {
    private Questions() {}

    /** A name with a test that fits it, or with any. */
    static Arbitrary<String> tested(Arbitrary<String[]> named, String kind) {
        return named.map(
                it -> "{\"%s\": {\"name\": \"%s\", \"test\": {%s}}}".formatted(kind, it[0], it[1]));
    }

    static Arbitrary<String[]> lasting() {
        Arbitrary<String> names = Arbitraries.of("n", "t", "d", "p", "o.in", "x", "none");
        Arbitrary<String> all = Arbitraries.oneOf(numeric(), textual(), dated(), near(), exists());
        return Arbitraries.oneOf(
                pair(Arbitraries.of("n", "o.in"), numeric()),
                pair(Arbitraries.just("t"), textual()),
                pair(Arbitraries.just("d"), dated()),
                pair(Arbitraries.just("p"), near()),
                pair(names, exists()),
                pair(names, all));
    }

    static Arbitrary<String[]> turning() {
        return pair(Arbitraries.of("d", "d", "x"), Arbitraries.oneOf(relative(), comingRound()));
    }

    private static Arbitrary<String[]> pair(Arbitrary<String> name, Arbitrary<String> test) {
        return Combinators.combine(name, test).as((one, other) -> new String[] {one, other});
    }

    static Arbitrary<String> numeric() {
        Arbitrary<String> word =
                Arbitraries.of("equals", "lessThan", "atMost", "atLeast", "moreThan");
        Arbitrary<String> bound =
                Arbitraries.frequencyOf(
                        Tuple.of(5, numbers()),
                        Tuple.of(1, Arbitraries.of("1.6666666666666667", "1.3333333333333333")),
                        Tuple.of(1, Arbitraries.of("{\"trigger\": \"n\"}")));
        return Arbitraries.oneOf(
                Combinators.combine(word, bound).as((one, other) -> member(one, other)),
                numbers().list().ofMinSize(1).ofMaxSize(3).map(Questions::in));
    }

    private static Arbitrary<String> textual() {
        Arbitrary<String> operand =
                Arbitraries.frequencyOf(
                        Tuple.of(5, texts()), Tuple.of(1, Arbitraries.of("{\"trigger\": \"t\"}")));
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("equals", "contains", "startsWith"), operand)
                        .as((one, other) -> member(one, other)),
                texts().list().ofMinSize(1).ofMaxSize(3).map(Questions::in),
                Arbitraries.of("^te", "pot$", "a|o", "t.a", "[0-9]+", "^$", "(?i)TEA")
                        .map(pattern -> member("matches", quoted(pattern))));
    }

    static Arbitrary<String> dated() {
        Arbitrary<String> moment =
                Arbitraries.oneOf(
                        moments().map(Values::quoted),
                        Arbitraries.of(
                                "\"2028-02-25\"", "\"2028-03-01T09:00:00+09:00\"",
                                "{\"trigger\": \"d\"}", "{\"trigger\": \"x\"}"));
        return Combinators.combine(Arbitraries.of("before", "after"), moment)
                .as((one, other) -> member(one, other));
    }

    static Arbitrary<String> relative() {
        return Combinators.combine(
                        Arbitraries.of("before", "after"),
                        Arbitraries.of("ago", "ahead"),
                        lengths())
                .as((word, way, length) -> member(word, "{\"%s\": %s}".formatted(way, length)));
    }

    static Arbitrary<String> comingRound() {
        return Arbitraries.of("PT0S", "P1D", "P3D", "PT36H")
                .map(within -> member("anniversary", "{\"within\": \"" + within + "\"}"));
    }

    private static Arbitrary<String> near() {
        return Arbitraries.of(5.0, 300.0, 2_500.0, 12_000.0)
                .map(
                        far ->
                                member(
                                        "near",
                                        "{\"latitude\": 25.04, \"longitude\": 121.5, \"kilometres\": "
                                                + far
                                                + "}"));
    }

    static Arbitrary<String> exists() {
        return Arbitraries.of("true", "false").map(expected -> member("exists", expected));
    }

    private static String in(List<String> values) {
        return member("in", "[" + String.join(",", values) + "]");
    }
}
