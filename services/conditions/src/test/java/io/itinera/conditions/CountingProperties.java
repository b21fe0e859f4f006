package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Counting agrees with counting by hand at every moment, and time never surprises it. */
final class CountingProperties {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LATEST_MS = 60;

    @Property(tries = 2_000)
    void countAgreesWithCountingByHandAtEveryMoment(
            @ForAll("histories") List<ListHistory.Done> events,
            @ForAll("times") Times times,
            @ForAll @IntRange(min = 1, max = 20) int windowMs)
            throws InvalidCondition {
        Compiled compiled = Conditions.compile(performed(times, windowMs));
        for (int ms = LATEST_MS; ms <= 2 * LATEST_MS; ms++) {
            Instant now = START.plusMillis(ms);
            assertEquals(byHand(events, times, windowMs, now), holds(compiled, events, now));
        }
    }

    @Property(tries = 2_000)
    void verdictStandsUntilTheMomentItNames(
            @ForAll("histories") List<ListHistory.Done> events,
            @ForAll("times") Times inner,
            @ForAll("times") Times outer,
            @ForAll @IntRange(min = 1, max = 20) int windowMs,
            @ForAll @IntRange(min = 0, max = 2) int shape)
            throws InvalidCondition {
        Compiled compiled = Conditions.compile(joined(shape, inner, outer, windowMs));
        int ms = LATEST_MS;
        while (ms <= 2 * LATEST_MS) {
            Verdict verdict = verdict(compiled, events, START.plusMillis(ms));
            int until =
                    verdict.changesAt()
                            .map(at -> (int) Duration.between(START, at).toMillis())
                            .orElse(2 * LATEST_MS + 1);
            assertTrue(until > ms, "a verdict at " + ms + " names " + until);
            for (int later = ms; later < until; later++) {
                assertEquals(verdict.holds(), holds(compiled, events, START.plusMillis(later)));
            }
            ms = until;
        }
    }

    private static Condition joined(int shape, Times inner, Times outer, int windowMs) {
        List<Condition> parts =
                List.of(
                        performed(inner, windowMs),
                        new Condition.Not(performed(outer, windowMs + 3)));
        return switch (shape) {
            case 0 -> new Condition.All(parts);
            case 1 -> new Condition.Any(parts);
            default -> new Condition.Not(new Condition.All(parts));
        };
    }

    private static Condition performed(Times times, int windowMs) {
        return new Condition.Performed(
                "bought",
                times,
                new Window.Last(Duration.ofMillis(windowMs)),
                new Condition.Property("size", new Test.AtLeast(new Operand.Literal(2))));
    }

    private static boolean byHand(
            List<ListHistory.Done> events, Times times, int windowMs, Instant now) {
        long count =
                events.stream()
                        .filter(done -> done.name().equals("bought"))
                        .filter(done -> (int) done.properties().get("size") >= 2)
                        .filter(done -> done.at().isAfter(now.minusMillis(windowMs)))
                        .count();
        int most = Optional.ofNullable(times.atMost()).orElse(Integer.MAX_VALUE);
        return count >= times.atLeast() && count <= most;
    }

    private static boolean holds(Compiled compiled, List<ListHistory.Done> events, Instant now) {
        return verdict(compiled, events, now).holds();
    }

    private static Verdict verdict(Compiled compiled, List<ListHistory.Done> events, Instant now) {
        return compiled.evaluate(Person.who(new ListHistory(events), now));
    }

    @Provide
    Arbitrary<List<ListHistory.Done>> histories() {
        Arbitrary<Integer> at = Arbitraries.integers().between(0, LATEST_MS);
        Arbitrary<Integer> size = Arbitraries.integers().between(0, 4);
        Arbitrary<String> name = Arbitraries.of("bought", "bought", "looked");
        return Combinators.combine(name, at, size)
                .as(
                        (what, when, how) ->
                                new ListHistory.Done(
                                        what, START.plusMillis(when), Map.of("size", how)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Times> times() {
        Arbitrary<Integer> least = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> above = Arbitraries.integers().between(0, 2).injectNull(0.4);
        return Combinators.combine(least, above)
                .as((from, more) -> new Times(from, more == null ? null : from + more));
    }
}
