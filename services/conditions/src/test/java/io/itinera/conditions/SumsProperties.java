package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Sums of any stretch are what adding decimals up one by one makes, wherever a value came in. */
final class SumsProperties {
    private static final int CUTS = 8;
    private static final int FORGETS = 9;

    /**
     * A change of a row.
     *
     * @param at where in the row, in hundredths of it
     * @param value what comes in; one time in so many the row before it, or from it on, goes
     *     instead
     */
    record Step(int at, Object value, int chance) {
        int place(int size) {
            return at * size / 100;
        }
    }

    @Property
    void everyStretchAddsUp(@ForAll("steps") List<Step> steps) {
        Sums sums = new Sums();
        List<Object> row = new ArrayList<>();
        for (Step step : steps) {
            int place = step.place(row.size());
            if (step.chance() == FORGETS) {
                sums.forget(place);
                row.subList(0, place).clear();
            } else if (step.chance() == CUTS) {
                sums.cut(place);
                row.subList(place, row.size()).clear();
            } else {
                sums.insert(place, step.value());
                row.add(place, step.value());
            }
            assertStretchesAddUp(row, sums);
        }
    }

    private static void assertStretchesAddUp(List<Object> row, Sums sums) {
        for (int from = 0; from <= row.size(); from++) {
            for (int until = from; until <= row.size(); until++) {
                List<BigDecimal> numbers =
                        row.subList(from, until).stream()
                                .filter(value -> Sums.number(value) != null)
                                .map(value -> new BigDecimal(value.toString()))
                                .toList();
                assertEquals(numbers.size(), sums.numbers(from, until));
                assertEquals(said(added(numbers)), said(sums.sum(from, until)));
            }
        }
    }

    private static @Nullable BigDecimal added(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal::add).orElse(null);
    }

    private static @Nullable BigDecimal said(@Nullable Number number) {
        return number == null ? null : new BigDecimal(number.toString()).stripTrailingZeros();
    }

    @Property
    void rowRisesUntilANumberIsNegative(@ForAll("values") List<Object> values) {
        Sums sums = new Sums();
        values.forEach(sums::add);
        boolean any =
                values.stream()
                        .map(Sums::number)
                        .anyMatch(number -> number != null && said(number).signum() < 0);
        assertEquals(!any, sums.rises());
    }

    @Property
    void twoNumbersAreOne(@ForAll("values") List<Object> values) {
        List<Number> numbers = values.stream().map(Sums::number).toList();
        Number all = numbers.stream().reduce(null, Sums::plus, Sums::plus);
        List<BigDecimal> decimals =
                numbers.stream()
                        .filter(number -> number != null)
                        .map(SumsProperties::said)
                        .toList();
        assertEquals(said(added(decimals)), said(all));
    }

    @Example
    void sumOfWholeNumbersIsWhole() {
        assertEquals(-3L, sum(4, -9L, 2));
    }

    @Example
    void sumBeyondALongIsExact() {
        assertEquals(
                new BigDecimal("18446744073709551617"), sum(Long.MAX_VALUE, Long.MAX_VALUE, 3));
    }

    @Example
    void sumOfWholeNumbersAndFractionsIsExact() {
        assertEquals(new BigDecimal("3.30"), sum(2, new BigDecimal("1.10"), 0.2));
    }

    @Example
    void sumOfNothingThatCountsIsNone() {
        assertNull(sum("12", true, Double.NaN));
    }

    private static @Nullable Number sum(Object... values) {
        Sums sums = new Sums();
        for (Object value : values) {
            sums.add(value);
        }
        return sums.sum(0, values.length);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        value(),
                        Arbitraries.integers().between(0, FORGETS))
                .as(Step::new)
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Object>> values() {
        return value().list().ofMaxSize(6);
    }

    /** As JSON has them: prices mostly, and whatever else somebody may send. */
    private static Arbitrary<Object> value() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 20_000).asGeneric()),
                Tuple.of(4, Arbitraries.of(12.99, 0.5, 3.0, 1_000.0).asGeneric()),
                Tuple.of(2, Arbitraries.longs().between(-9, 9).asGeneric()),
                Tuple.of(
                        1,
                        Arbitraries.<Object>of(
                                0.30000000000000004,
                                1e300,
                                -1e-300,
                                1e10,
                                Double.NaN,
                                Double.NEGATIVE_INFINITY,
                                2.5f,
                                (short) 7,
                                Long.MAX_VALUE,
                                Long.MIN_VALUE,
                                BigInteger.TEN.pow(30),
                                new BigDecimal("1E+17"),
                                new BigDecimal("0E-40"),
                                new BigDecimal("123456789.123456789"),
                                "12",
                                true,
                                List.of(1))));
    }
}
