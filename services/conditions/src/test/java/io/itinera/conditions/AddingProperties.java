package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Condition.Aggregate;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What a sum or an average says, and when that turns, is what adding up anew at every moment says.
 */
final class AddingProperties {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LATEST_MS = 30;

    @Property(tries = 4_000)
    void verdictIsThatOfAddingUpAnewUntilItTurns(
            @ForAll("histories") List<ListHistory.Done> events,
            @ForAll("tests") Test test,
            @ForAll("numbers") Aggregate.Of of,
            @ForAll @IntRange(min = 1, max = 40) int windowMs)
            throws InvalidCondition {
        Compiled compiled = Conditions.compile(aggregate(of, test, windowMs));
        Instant now = START.plusMillis(LATEST_MS);
        boolean holds = byHand(events, of, test, windowMs, now);
        Verdict turning = Verdict.of(holds);
        for (Instant leaves : leaving(events, windowMs, now)) {
            if (byHand(events, of, test, windowMs, leaves) != holds) {
                turning = Verdict.until(holds, leaves);
                break;
            }
        }
        assertEquals(turning, compiled.evaluate(Person.who(new ListHistory(events), now)));
    }

    private static Condition aggregate(Aggregate.Of of, Test test, int windowMs) {
        return new Condition.Aggregate(
                of,
                "bought",
                "price",
                new Window.Last(Duration.ofMillis(windowMs)),
                new Condition.Property("size", new Test.AtLeast(new Operand.Literal(1))),
                test);
    }

    /** When those that count now leave the window, the first first. */
    private static NavigableSet<Instant> leaving(
            List<ListHistory.Done> events, int windowMs, Instant now) {
        NavigableSet<Instant> moments = new TreeSet<>();
        events.forEach(done -> moments.add(done.at().plusMillis(windowMs)));
        return moments.tailSet(now, false);
    }

    private static boolean byHand(
            List<ListHistory.Done> events, Aggregate.Of of, Test test, int windowMs, Instant now) {
        List<BigDecimal> prices =
                events.stream()
                        .filter(done -> (int) done.properties().get("size") >= 1)
                        .filter(done -> done.at().isAfter(now.minusMillis(windowMs)))
                        .map(done -> done.properties().get("price"))
                        .filter(Number.class::isInstance)
                        .map(price -> new BigDecimal(price.toString()))
                        .toList();
        if (prices.isEmpty()) {
            return test instanceof Test.Exists exists && !exists.expected();
        }
        BigDecimal sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal number =
                of == Aggregate.Of.sum
                        ? sum
                        : sum.divide(BigDecimal.valueOf(prices.size()), MathContext.DECIMAL128);
        return switch (test) {
            case Test.MoreThan more -> number.compareTo(bound(more.bound())) > 0;
            case Test.AtLeast least -> number.compareTo(bound(least.bound())) >= 0;
            case Test.LessThan less -> number.compareTo(bound(less.bound())) < 0;
            case Test.AtMost most -> number.compareTo(bound(most.bound())) <= 0;
            case Test.Equals equals -> number.compareTo(bound(equals.to())) == 0;
            case Test.Exists exists -> exists.expected();
            default -> throw new IllegalArgumentException("never asked: " + test);
        };
    }

    private static BigDecimal bound(Operand operand) {
        return new BigDecimal(((Operand.Literal) operand).value().toString());
    }

    @Provide
    Arbitrary<List<ListHistory.Done>> histories() {
        Arbitrary<List<ListHistory.Done>> any = done(Arbitraries.of(-2, 0, 1, 2.5, 4L, "none"));
        Arbitrary<List<ListHistory.Done>> rising = done(Arbitraries.of(0, 1, 2.5, 4L, "none"));
        return Arbitraries.oneOf(any, rising);
    }

    private static Arbitrary<List<ListHistory.Done>> done(Arbitrary<Object> prices) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, LATEST_MS),
                        prices,
                        Arbitraries.integers().between(0, 3))
                .as(
                        (when, price, size) ->
                                new ListHistory.Done(
                                        "bought",
                                        START.plusMillis(when),
                                        Map.of("price", price, "size", size)))
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<Test> tests() {
        return Arbitraries.of(-1, 0, 1, 2.5, 5, 9)
                .map(Operand.Literal::new)
                .flatMap(
                        bound ->
                                Arbitraries.of(
                                        new Test.MoreThan(bound),
                                        new Test.AtLeast(bound),
                                        new Test.LessThan(bound),
                                        new Test.AtMost(bound),
                                        new Test.Equals(bound),
                                        new Test.Exists(true),
                                        new Test.Exists(false)));
    }

    @Provide
    Arbitrary<Aggregate.Of> numbers() {
        return Arbitraries.of(Aggregate.Of.sum, Aggregate.Of.average);
    }
}
