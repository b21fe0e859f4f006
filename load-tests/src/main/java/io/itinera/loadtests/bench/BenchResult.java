package io.itinera.loadtests.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.loadtests.measure.Medians;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found: medians over its runs.
 *
 * @param benchmark its name
 * @param unit of both figures
 * @param ours what Itinera did
 * @param reference what the reference did in the same run; absent when there is none
 * @param ratio the median of ours ÷ reference, pair by pair; absent without a reference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchResult(
        String benchmark,
        String unit,
        double ours,
        @Nullable Double reference,
        @Nullable Double ratio) {

    /** Measures one of the two; called in turn. */
    @FunctionalInterface
    interface Measurement {
        double measure(int round) throws java.io.IOException, InterruptedException;
    }

    /** Ours and the reference in turn, after one round that warms both up and does not count. */
    static BenchResult paired(
            String name, String unit, int runs, Measurement ours, Measurement reference)
            throws java.io.IOException, InterruptedException {
        ours.measure(0);
        reference.measure(0);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= runs; round++) {
            first.add(ours.measure(round));
            second.add(reference.measure(round));
            ratios.add(first.getLast() / second.getLast());
        }
        return new BenchResult(
                name, unit, Medians.of(first), Medians.of(second), Medians.of(ratios));
    }
}
