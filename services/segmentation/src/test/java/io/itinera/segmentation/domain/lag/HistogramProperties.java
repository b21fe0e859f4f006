package io.itinera.segmentation.domain.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.events.LagBuckets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class HistogramProperties {
    @Property(tries = 300)
    void anyOrderOfAddingUpGivesTheSame(
            @ForAll("reports") List<List<Long>> reports, @ForAll Random random) {
        List<Histogram> left = new ArrayList<>(reports.stream().map(this::counted).toList());
        Histogram inOrder = left.stream().reduce(Histogram.NONE, Histogram::plus);
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            left.add(left.removeLast().plus(left.removeLast()));
        }
        Histogram together = counted(reports.stream().flatMap(List::stream).toList());
        assertEquals(List.of(together, List.of(together)), List.of(inOrder, left));
    }

    @Property(tries = 500)
    void quantileIsNeverLessThanItWasAndLittleMore(
            @ForAll("lags") List<Long> lags, @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Long> sorted = lags.stream().sorted().toList();
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        long exact = sorted.get(rank - 1);
        long told = counted(lags).quantile(percent).orElseThrow().toMillis();
        assertTrue(told >= exact, () -> told + " < " + exact);
        assertTrue((told - exact) * LagBuckets.PER_OCTAVE <= exact, () -> told + " for " + exact);
    }

    @Property(tries = 1)
    void nothingLagsWhereNothingWas() {
        assertEquals(
                List.of(Optional.empty(), 0L),
                List.of(Histogram.NONE.quantile(99), Histogram.of(Map.of()).events()));
    }

    private Histogram counted(List<Long> lags) {
        return lags.stream()
                .map(lag -> Histogram.of(Map.of(LagBuckets.of(lag), 1L)))
                .reduce(Histogram.NONE, Histogram::plus);
    }

    @Provide
    Arbitrary<List<List<Long>>> reports() {
        return lags().list().ofMinSize(1).ofMaxSize(8);
    }

    /** Small ones and large ones, up to the longest that is told apart. */
    @Provide
    Arbitrary<List<Long>> lags() {
        return Arbitraries.integers()
                .between(0, 35)
                .flatMap(bits -> Arbitraries.longs().between(0, (1L << bits)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }
}
