package io.itinera.loadtests.bench;

import io.itinera.loadtests.measure.Medians;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ours and a reference measured in turn, so that what disturbs the machine disturbs both.
 *
 * @param ours what each round of ours came to
 * @param reference what each of the reference came to
 */
record Pairs(List<Double> ours, List<Double> reference) {
    /** Measures one of the two. */
    @FunctionalInterface
    interface Measurement {
        double measure(int round) throws IOException, InterruptedException;
    }

    /** Measures both so many times; each has been warmed up. */
    static Pairs measure(int runs, Measurement ours, Measurement reference)
            throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int round = 1; round <= runs; round++) {
            first.add(ours.measure(round));
            second.add(reference.measure(round));
        }
        return new Pairs(first, second);
    }

    /** Medians; the ratio's is that of the pairs' own ratios. */
    BenchResult result(String benchmark, String unit) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            ratios.add(ours.get(pair) / reference.get(pair));
        }
        return new BenchResult(
                benchmark, null, unit, Medians.of(ours), Medians.of(reference), Medians.of(ratios));
    }
}
