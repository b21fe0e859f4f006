package io.itinera.conditions.oracle;

import static io.itinera.conditions.oracle.Questions.comingRound;
import static io.itinera.conditions.oracle.Questions.dated;
import static io.itinera.conditions.oracle.Questions.exists;
import static io.itinera.conditions.oracle.Questions.lasting;
import static io.itinera.conditions.oracle.Questions.numeric;
import static io.itinera.conditions.oracle.Questions.relative;
import static io.itinera.conditions.oracle.Questions.tested;
import static io.itinera.conditions.oracle.Values.JOURNEY;
import static io.itinera.conditions.oracle.Values.TEMPLATE;
import static io.itinera.conditions.oracle.Values.lengths;
import static io.itinera.conditions.oracle.Worlds.events;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes conditions that ask about what happened, and groups of any. */
final class Leaves {
    private Leaves() {}

    static Arbitrary<String> joined(Arbitrary<String> part) {
        return Combinators.combine(
                        Arbitraries.of("all", "any"),
                        part.list().ofMaxSize(3),
                        Arbitraries.of(0, 1))
                .as(
                        (word, parts, nots) -> {
                            String group = "{\"" + word + "\": [" + String.join(",", parts) + "]}";
                            return nots == 0 ? group : "{\"not\": " + group + "}";
                        });
    }

    private static Arbitrary<String> window() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(3, lengths().map(last -> ", \"window\": {\"last\": " + last + "}")),
                Tuple.of(1, Arbitraries.just(", \"window\": {\"since\": \"trigger\"}")));
    }

    private static Arbitrary<String> where() {
        Arbitrary<String> property = tested(lasting(), "property");
        Arbitrary<String> filter =
                Arbitraries.frequencyOf(Tuple.of(4, property), Tuple.of(1, joined(property)));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("")),
                Tuple.of(2, filter.map(condition -> ", \"where\": " + condition)));
    }

    private static Arbitrary<String> times() {
        return Arbitraries.of(
                "",
                "",
                ", \"times\": {\"atLeast\": 0, \"atMost\": 0}",
                ", \"times\": {\"atLeast\": 0, \"atMost\": 1}",
                ", \"times\": {\"atLeast\": 1, \"atMost\": 1}",
                ", \"times\": {\"atLeast\": 2}",
                ", \"times\": {\"atLeast\": 1, \"atMost\": 2}");
    }

    static Arbitrary<String> performed() {
        return Combinators.combine(events(), times(), window(), where())
                .as(
                        (event, times, window, where) ->
                                "{\"performed\": {\"event\": \"%s\"%s%s%s}}"
                                        .formatted(event, times, window, where));
    }

    static Arbitrary<String> aggregate() {
        Arbitrary<String> of = Arbitraries.of("sum", "average", "minimum", "maximum", "distinct");
        Arbitrary<String> property = Arbitraries.of("n", "n", "n", "o.in", "x", "t");
        Arbitrary<String> test =
                Arbitraries.frequencyOf(Tuple.of(4, numeric()), Tuple.of(1, exists()));
        return Combinators.combine(of, events(), property, window(), where(), test)
                .as(
                        (number, event, name, window, where, asked) ->
                                "{\"aggregate\": {\"of\": \"%s\", \"event\": \"%s\", \"property\": \"%s\"%s%s, \"test\": {%s}}}"
                                        .formatted(number, event, name, window, where, asked));
    }

    static Arbitrary<String> occurrence() {
        Arbitrary<String> test =
                Arbitraries.frequencyOf(
                        Tuple.of(4, relative()),
                        Tuple.of(2, dated()),
                        Tuple.of(1, exists()),
                        Tuple.of(1, comingRound()));
        return Combinators.combine(Arbitraries.of("first", "last"), events(), where(), test)
                .as(
                        (which, event, where, asked) ->
                                "{\"occurrence\": {\"which\": \"%s\", \"event\": \"%s\"%s, \"test\": {%s}}}"
                                        .formatted(which, event, where, asked));
    }

    private static Arbitrary<String> steps() {
        return Combinators.combine(events(), where())
                .as((event, where) -> "{\"event\": \"%s\"%s}".formatted(event, where));
    }

    static Arbitrary<String> sequence() {
        Arbitrary<String> several =
                steps().list().ofMinSize(2).ofMaxSize(3).map(steps -> String.join(", ", steps));
        Arbitrary<String> within = Arbitraries.integers().between(2, 20).map(it -> "~" + it);
        return Combinators.combine(several, within, window())
                .as(
                        (steps, length, window) ->
                                "{\"sequence\": {\"steps\": [%s], \"within\": \"%s\"%s}}"
                                        .formatted(steps, length, window));
    }

    static Arbitrary<String> unfollowed() {
        Arbitrary<String> after =
                Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.just("")),
                        Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(1, 9)
                                        .map(it -> ", \"after\": \"~" + it + "\"")));
        Arbitrary<String> longer =
                Arbitraries.integers()
                        .between(10, 25)
                        .map(it -> ", \"window\": {\"last\": \"~" + it + "\"}");
        Arbitrary<String> window =
                Arbitraries.oneOf(
                        longer,
                        longer,
                        Arbitraries.of("", ", \"window\": {\"since\": \"trigger\"}"));
        return Combinators.combine(steps(), steps(), after, window)
                .as(
                        (did, by, length, in) ->
                                "{\"unfollowed\": {\"did\": %s, \"by\": %s%s%s}}"
                                        .formatted(did, by, length, in));
    }

    static Arbitrary<String> message() {
        Arbitrary<String> outcome =
                Arbitraries.of(
                        "sent",
                        "delivered",
                        "opened",
                        "clicked",
                        "bounced",
                        "complained",
                        "failed");
        Arbitrary<String> template = Arbitraries.of("", "", ", \"template\": \"" + TEMPLATE + "\"");
        Arbitrary<String> what =
                Arbitraries.oneOf(
                        Combinators.combine(outcome, template).as((one, of) -> one + "\"" + of),
                        Arbitraries.just("unsubscribed\""));
        Arbitrary<String> journey = Arbitraries.of("", "", ", \"journey\": \"" + JOURNEY + "\"");
        return Combinators.combine(what, journey, times(), window())
                .as(
                        (one, by, times, window) ->
                                "{\"message\": {\"outcome\": \"%s%s%s%s}}"
                                        .formatted(one, by, times, window));
    }

    static String journey(String state) {
        return "{\"journey\": {\"id\": \"%s\", \"state\": \"%s\"}}".formatted(JOURNEY, state);
    }

    static Arbitrary<String> bucket() {
        return Combinators.combine(
                        Arbitraries.of("spring", "autumn"),
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.integers().between(5_001, 10_000))
                .as(
                        (salt, from, below) ->
                                "{\"bucket\": {\"salt\": \"%s\", \"from\": %d, \"below\": %d}}"
                                        .formatted(salt, from, below));
    }
}
