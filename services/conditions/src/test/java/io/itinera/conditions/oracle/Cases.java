package io.itinera.conditions.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Makes conditions and worlds, as JSON. All times lie on one grid, so that they meet often:
 * {@code @7} is the seventh moment of it and {@code ~7} a length of seven of its spaces.
 */
public final class Cases {
    private static final Instant START = Instant.parse("2028-02-24T00:00:00Z");
    private static final Pattern MOMENT = Pattern.compile("@(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("~(\\d+)");
    private static final int LAST_MOMENT = 30;
    private static final int LAST_NOW = 40;
    private static final String JOURNEY = "0198c5a0-2222-7aaa-8bbb-000000000002";
    private static final String TEMPLATE = "0198c5a0-5555-7aaa-8bbb-000000000005";

    private Cases() {}

    /**
     * A question and a world to ask it of.
     *
     * @param condition the condition's JSON
     * @param world the world's JSON
     * @param now the moment
     */
    public record Case(String condition, String world, Instant now) {}

    public static Arbitrary<Case> cases() {
        Arbitrary<Duration> space =
                Arbitraries.of(Duration.ofMillis(1), Duration.ofHours(1), Duration.ofDays(1));
        Arbitrary<Integer> now = Arbitraries.integers().between(LAST_MOMENT / 2, LAST_NOW);
        return Combinators.combine(conditions(), worlds(), space, now)
                .as(
                        (condition, world, unit, at) ->
                                new Case(
                                        onGrid(condition, unit),
                                        onGrid(world, unit),
                                        moment(at, unit)));
    }

    private static Instant moment(int at, Duration space) {
        return START.plus(space.multipliedBy(at));
    }

    private static String onGrid(String json, Duration space) {
        String dated =
                MOMENT.matcher(json)
                        .replaceAll(it -> moment(number(it.group(1)), space).toString());
        return LENGTH.matcher(dated)
                .replaceAll(
                        it ->
                                Matcher.quoteReplacement(
                                        space.multipliedBy(number(it.group(1))).toString()));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    // ---- worlds ----

    private static Arbitrary<String> worlds() {
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

    private static Arbitrary<String> uuids() {
        return Arbitraries.integers()
                .between(0, 9_999)
                .map("3f2b1d7e-58a1-5c1c-9d0e-6c4b8f2a%04d"::formatted);
    }

    /** What is known of something: a number, a text, a moment, a place; or something else. */
    private static Arbitrary<String> known() {
        return Combinators.combine(numbers(), texts(), moments(), places(), numbers(), anything())
                .as(
                        (number, text, moment, place, inner, odd) ->
                                """
                                {"n": %s, "t": %s, "d": "%s", "p": %s, "o": {"in": %s}, "x": %s}
                                """
                                        .formatted(number, text, moment, place, inner, odd));
    }

    private static Arbitrary<String> moments() {
        return Arbitraries.integers().between(0, LAST_MOMENT).map(at -> "@" + at);
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.of("0", "1", "2", "2", "2.0", "2.5", "3", "-1", "0.1", "1e3");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of("tea", "teapot", "pot", "Tea 2", "").map(Cases::quoted);
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
                .map(Cases::quoted);
    }

    private static Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                numbers(),
                texts(),
                days(),
                days(),
                moments().map(Cases::quoted),
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

    private static String quoted(String text) {
        return "\"" + text + "\"";
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
                .as(Cases::withRepeats);
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

    private static Arbitrary<String> events() {
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

    // ---- conditions ----

    private static Arbitrary<String> conditions() {
        Arbitrary<String> leaf = leaves();
        Arbitrary<String> small = joined(leaf);
        return Arbitraries.frequencyOf(
                Tuple.of(6, leaf),
                Tuple.of(1, leaf.map(part -> "{\"not\": " + part + "}")),
                Tuple.of(2, small),
                Tuple.of(1, joined(small)));
    }

    private static Arbitrary<String> joined(Arbitrary<String> part) {
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

    private static Arbitrary<String> leaves() {
        return Arbitraries.oneOf(
                asking("trait"),
                asking("trait"),
                asking("account"),
                asking("property"),
                asking("trigger"),
                performed(),
                performed(),
                aggregate(),
                aggregate(),
                occurrence(),
                sequence(),
                sequence(),
                unfollowed(),
                unfollowed(),
                message(),
                Arbitraries.of("s1", "s2").map(id -> "{\"segment\": \"" + id + "\"}"),
                Arbitraries.of("in", "finished", "converted").map(Cases::journey),
                bucket());
    }

    private static Arbitrary<String> asking(String kind) {
        return tested(Arbitraries.oneOf(lasting(), turning()), kind);
    }

    /** A name with a test that fits it, or with any. */
    private static Arbitrary<String> tested(Arbitrary<String[]> named, String kind) {
        return named.map(
                it -> "{\"%s\": {\"name\": \"%s\", \"test\": {%s}}}".formatted(kind, it[0], it[1]));
    }

    private static Arbitrary<String[]> lasting() {
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

    private static Arbitrary<String[]> turning() {
        return pair(Arbitraries.of("d", "d", "x"), Arbitraries.oneOf(relative(), comingRound()));
    }

    private static Arbitrary<String[]> pair(Arbitrary<String> name, Arbitrary<String> test) {
        return Combinators.combine(name, test).as((one, other) -> new String[] {one, other});
    }

    private static Arbitrary<String> numeric() {
        Arbitrary<String> word =
                Arbitraries.of("equals", "lessThan", "atMost", "atLeast", "moreThan");
        Arbitrary<String> bound =
                Arbitraries.frequencyOf(
                        Tuple.of(5, numbers()),
                        Tuple.of(1, Arbitraries.of("1.6666666666666667", "1.3333333333333333")),
                        Tuple.of(1, Arbitraries.of("{\"trigger\": \"n\"}")));
        return Arbitraries.oneOf(
                Combinators.combine(word, bound).as((one, other) -> member(one, other)),
                numbers().list().ofMinSize(1).ofMaxSize(3).map(Cases::in));
    }

    private static Arbitrary<String> textual() {
        Arbitrary<String> operand =
                Arbitraries.frequencyOf(
                        Tuple.of(5, texts()), Tuple.of(1, Arbitraries.of("{\"trigger\": \"t\"}")));
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("equals", "contains", "startsWith"), operand)
                        .as((one, other) -> member(one, other)),
                texts().list().ofMinSize(1).ofMaxSize(3).map(Cases::in),
                Arbitraries.of("^te", "pot$", "a|o", "t.a", "[0-9]+", "^$", "(?i)TEA")
                        .map(pattern -> member("matches", quoted(pattern))));
    }

    private static Arbitrary<String> dated() {
        Arbitrary<String> moment =
                Arbitraries.oneOf(
                        moments().map(Cases::quoted),
                        Arbitraries.of(
                                "\"2028-02-25\"", "\"2028-03-01T09:00:00+09:00\"",
                                "{\"trigger\": \"d\"}", "{\"trigger\": \"x\"}"));
        return Combinators.combine(Arbitraries.of("before", "after"), moment)
                .as((one, other) -> member(one, other));
    }

    private static Arbitrary<String> relative() {
        return Combinators.combine(
                        Arbitraries.of("before", "after"),
                        Arbitraries.of("ago", "ahead"),
                        lengths())
                .as((word, way, length) -> member(word, "{\"%s\": %s}".formatted(way, length)));
    }

    private static Arbitrary<String> comingRound() {
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

    private static Arbitrary<String> exists() {
        return Arbitraries.of("true", "false").map(expected -> member("exists", expected));
    }

    private static String in(List<String> values) {
        return member("in", "[" + String.join(",", values) + "]");
    }

    private static String member(String word, String value) {
        return "\"" + word + "\": " + value;
    }

    private static Arbitrary<String> lengths() {
        return Arbitraries.integers().between(1, 12).map(length -> "\"~" + length + "\"");
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

    private static Arbitrary<String> performed() {
        return Combinators.combine(events(), times(), window(), where())
                .as(
                        (event, times, window, where) ->
                                "{\"performed\": {\"event\": \"%s\"%s%s%s}}"
                                        .formatted(event, times, window, where));
    }

    private static Arbitrary<String> aggregate() {
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

    private static Arbitrary<String> occurrence() {
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

    private static Arbitrary<String> sequence() {
        Arbitrary<String> several =
                steps().list().ofMinSize(2).ofMaxSize(3).map(steps -> String.join(", ", steps));
        Arbitrary<String> within = Arbitraries.integers().between(2, 20).map(it -> "~" + it);
        return Combinators.combine(several, within, window())
                .as(
                        (steps, length, window) ->
                                "{\"sequence\": {\"steps\": [%s], \"within\": \"%s\"%s}}"
                                        .formatted(steps, length, window));
    }

    private static Arbitrary<String> unfollowed() {
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

    private static Arbitrary<String> message() {
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

    private static String journey(String state) {
        return "{\"journey\": {\"id\": \"%s\", \"state\": \"%s\"}}".formatted(JOURNEY, state);
    }

    private static Arbitrary<String> bucket() {
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
