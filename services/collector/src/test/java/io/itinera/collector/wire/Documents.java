package io.itinera.collector.wire;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON texts of every kind, written as nobody's library would: spaces, escapes, equal names. */
final class Documents {
    private static final int DEEPEST = 4;
    private static final int MOST_MEMBERS = 4;

    private Documents() {}

    /** A value of any kind, with space around it. */
    static Arbitrary<String> values() {
        return values(DEEPEST);
    }

    /** An object, some of whose names are equal; those that are given among them. */
    static Arbitrary<String> objects(List<String> names) {
        Arbitrary<String> known = Arbitraries.of(names).map(name -> '"' + name + '"');
        return objects(
                Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(1, strings())),
                values(DEEPEST - 2));
    }

    private static Arbitrary<String> values(int deepest) {
        Arbitrary<String> scalars =
                Arbitraries.oneOf(strings(), numbers(), Arbitraries.of("true", "false", "null"));
        if (deepest == 0) {
            return spaced(scalars);
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> values(deepest - 1));
        return spaced(
                Arbitraries.frequencyOf(
                        Tuple.of(3, scalars),
                        Tuple.of(1, objects(strings(), inner)),
                        Tuple.of(1, lists(inner))));
    }

    private static Arbitrary<String> lists(Arbitrary<String> inner) {
        return inner.list()
                .ofMaxSize(MOST_MEMBERS)
                .map(elements -> "[" + String.join(",", elements) + "]");
    }

    private static Arbitrary<String> objects(Arbitrary<String> names, Arbitrary<String> inner) {
        return Combinators.combine(spaced(names), inner)
                .as((name, value) -> name + ":" + value)
                .list()
                .ofMaxSize(2 * MOST_MEMBERS)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    /** Halves of surrogate pairs only escaped: in UTF-8 there are none. */
    private static Arbitrary<String> strings() {
        Arbitrary<String> plain =
                Arbitraries.strings()
                        .withChars(' ', '!', 'a', '~', '\u007f', '\u0080', '\u07ff', '\u0800')
                        .withChars('\ud7ff', '\ue000', '\uffff', '漢', 'é')
                        .ofMaxLength(12);
        Arbitrary<String> pairs =
                Arbitraries.integers()
                        .between(Character.MIN_SUPPLEMENTARY_CODE_POINT, Character.MAX_CODE_POINT)
                        .map(Character::toString);
        Arbitrary<String> escapes =
                Arbitraries.of(
                        "\\\"",
                        "\\\\",
                        "\\/",
                        "\\b",
                        "\\f",
                        "\\n",
                        "\\r",
                        "\\t",
                        "\\u0000",
                        "\\u00e9",
                        "\\uD83D",
                        "\\uDE00",
                        "\\ud83d\\ude00",
                        "\\uFfFf");
        return Arbitraries.oneOf(plain, pairs, escapes)
                .list()
                .ofMaxSize(3)
                .map(parts -> '"' + String.join("", parts) + '"');
    }

    private static Arbitrary<String> numbers() {
        Arbitrary<String> sign = Arbitraries.of("", "-");
        Arbitrary<String> whole =
                Arbitraries.oneOf(
                        Arbitraries.of("0", "9"),
                        Arbitraries.bigIntegers().map(it -> it.abs().toString()));
        Arbitrary<String> fraction = Arbitraries.of("", ".0", ".5", ".000000000000000000001");
        Arbitrary<String> exponent = Arbitraries.of("", "e0", "E+7", "e-12", "E400");
        return Combinators.combine(sign, whole, fraction, exponent)
                .as((a, b, c, d) -> a + b + c + d);
    }

    private static Arbitrary<String> spaced(Arbitrary<String> inside) {
        Arbitrary<String> space =
                Arbitraries.strings()
                        .withChars(" \t\n\r")
                        .ofMinLength(1)
                        .ofMaxLength(3)
                        .optional(0.2)
                        .map(it -> it.orElse(""));
        return Combinators.combine(space, inside, space).as((a, b, c) -> a + b + c);
    }
}
