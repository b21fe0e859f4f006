package io.itinera.conditions.oracle;

import static io.itinera.conditions.oracle.Leaves.aggregate;
import static io.itinera.conditions.oracle.Leaves.bucket;
import static io.itinera.conditions.oracle.Leaves.joined;
import static io.itinera.conditions.oracle.Leaves.message;
import static io.itinera.conditions.oracle.Leaves.occurrence;
import static io.itinera.conditions.oracle.Leaves.performed;
import static io.itinera.conditions.oracle.Leaves.sequence;
import static io.itinera.conditions.oracle.Leaves.unfollowed;
import static io.itinera.conditions.oracle.Questions.lasting;
import static io.itinera.conditions.oracle.Questions.tested;
import static io.itinera.conditions.oracle.Questions.turning;
import static io.itinera.conditions.oracle.Values.LAST_MOMENT;
import static io.itinera.conditions.oracle.Worlds.worlds;

import java.time.Duration;
import java.time.Instant;
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
    private static final int LAST_NOW = 40;

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

    private static Arbitrary<String> conditions() {
        Arbitrary<String> leaf = leaves();
        Arbitrary<String> small = joined(leaf);
        return Arbitraries.frequencyOf(
                Tuple.of(6, leaf),
                Tuple.of(1, leaf.map(part -> "{\"not\": " + part + "}")),
                Tuple.of(2, small),
                Tuple.of(1, joined(small)));
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
                Arbitraries.of("in", "finished", "converted").map(Leaves::journey),
                bucket());
    }

    private static Arbitrary<String> asking(String kind) {
        return tested(Arbitraries.oneOf(lasting(), turning()), kind);
    }
}
