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
    /** At least this many rounds go before the ones that count. */
    private static final int WARM_UPS = 3;

    private static final int MOST_WARM_UPS = 12;

    /** Warm is what came to within this of the round before. */
    private static final double STEADY = 0.05;

    /** Measures one of the two. */
    @FunctionalInterface
    interface Measurement {
        double measure(int round) throws IOException, InterruptedException;
    }

    /** Measures both so many times, after each has been warmed up. */
    static Pairs measure(int runs, Measurement ours, Measurement reference)
            throws IOException, InterruptedException {
        warmUp(reference);
        warmUp(ours);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int round = 1; round <= runs; round++) {
            first.add(ours.measure(round));
            second.add(reference.measure(round));
        }
        return new Pairs(first, second);
    }

    /** Until the compiler has done its work: what it costs changes no more. */
    static void warmUp(Measurement one) throws IOException, InterruptedException {
        double last = one.measure(0);
        for (int round = 1; round < MOST_WARM_UPS; round++) {
            double next = one.measure(-round);
            boolean steady = Math.abs(next - last) < STEADY * last;
            if (steady && round >= WARM_UPS - 1) {
                return;
            }
            last = next;
        }
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
