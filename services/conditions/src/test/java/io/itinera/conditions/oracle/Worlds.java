package io.itinera.conditions.oracle;

import static io.itinera.conditions.oracle.Values.JOURNEY;
import static io.itinera.conditions.oracle.Values.TEMPLATE;
import static io.itinera.conditions.oracle.Values.known;
import static io.itinera.conditions.oracle.Values.moments;
import static io.itinera.conditions.oracle.Values.uuids;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes what is known of a customer and what happened to them. */
final class Worlds {
    private Worlds() {}

    static Arbitrary<String> worlds() {
        Arbitrary<String> segments = Arbitraries.of("", "\"s1\"", "\"s2\"", "\"s1\",\"s2\"");
        Arbitrary<String> journeys =
                Arbitraries.of("in", "finished", "converted")
                        .map(state -> "\"" + JOURNEY + "/" + state + "\"")
                        .set()
                        .ofMaxSize(3)
                        .map(states -> String.join(",", states));
        return Combinators.combine(
                        uuids(), known(), known(), known(), moments(), told(), segments, journeys)
                .as(
                        (customer, traits, account, trigger, at, told, in, with) ->
                                """
                                {"customer": "%s", "traits": %s, "account": %s, "event": %s,
                                 "trigger": %s, "triggeredAt": "%s", "told": [%s],
                                 "segments": [%s], "journeys": [%s]}
                                """
                                        .formatted(
                                                customer, traits, account, trigger, trigger, at,
                                                told, in, with));
    }

    /** Some of it late, some of it twice, some of it at the same time. */
    private static Arbitrary<String> told() {
        Arbitrary<String> at = Arbitraries.oneOf(moments(), Arbitraries.of("@10", "@15", "@20"));
        Arbitrary<String> one =
                Combinators.combine(events(), at, known())
                        .as(
                                (name, when, properties) ->
                                        "\"name\": \"%s\", \"at\": \"%s\", \"properties\": %s"
                                                .formatted(name, when, properties));
        Arbitrary<String> outcome =
                Combinators.combine(outcomes(), at, about())
                        .as(
                                (name, when, properties) ->
                                        "\"name\": \"%s\", \"at\": \"%s\", \"properties\": %s"
                                                .formatted(name, when, properties));
        Arbitrary<List<String>> events =
                Arbitraries.frequencyOf(Tuple.of(4, one), Tuple.of(1, outcome)).list().ofMaxSize(9);
        return Combinators.combine(
                        events, Arbitraries.integers().between(0, 20).list().ofMaxSize(2))
                .as(Worlds::withRepeats);
    }

    private static String withRepeats(List<String> events, List<Integer> repeats) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < events.size() + repeats.size() && !events.isEmpty(); i++) {
            int which = i < events.size() ? i : repeats.get(i - events.size()) % events.size();
            told.append(i == 0 ? "" : ",")
                    .append("{\"id\": \"e" + which + "\", " + events.get(which) + "}");
        }
        return told.toString();
    }

    static Arbitrary<String> events() {
        return Arbitraries.of("a", "a", "b", "b", "c");
    }

    private static Arbitrary<String> outcomes() {
        return Arbitraries.of(
                "$message_sent",
                "$message_delivered",
                "$message_opened",
                "$message_clicked",
                "$message_bounced",
                "$message_complained",
                "$message_failed",
                "$consent_changed");
    }

    private static Arbitrary<String> about() {
        return Arbitraries.of(
                "{\"journey\": \"%s\", \"template\": \"%s\", \"state\": \"denied\"}"
                        .formatted(JOURNEY, TEMPLATE),
                "{\"journey\": \"%s\", \"state\": \"denied\"}".formatted(JOURNEY),
                "{\"state\": \"granted\"}");
    }
}
