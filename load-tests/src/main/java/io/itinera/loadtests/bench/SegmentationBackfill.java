package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.Medians;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment is published and computed over everyone's whole history.
 *
 * @param customers how many
 */
record SegmentationBackfill(int customers) implements Bench {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "segmentation-backfill";
    }

    @Override
    public String description() {
        return "customers per CPU-second while a new segment is computed over all of them";
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        try (Bystanders _ = Bystanders.sentAway(target);
                SegmentsOfABench made = new SegmentsOfABench(target)) {
            new Crowd(customers).come(target);
            List<Double> rates = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                List<Long> pids = target.pids("segmentation", "kafka");
                long before = CpuTime.micros(pids);
                long from = System.nanoTime();
                made.awaitLive(made.publish("backfill " + run, SegmentsOfABench.condition(run)));
                if (run > 0) {
                    millis.add((System.nanoTime() - from) / NANOS_PER_MILLI);
                    rates.add(customers * MICROS_PER_SECOND / (CpuTime.micros(pids) - before));
                }
            }
            return List.of(
                    figure("rate", "customers per CPU-second", rates),
                    figure("time", "milliseconds for " + customers + " customers", millis));
        }
    }

    private BenchResult figure(String what, String unit, List<Double> values) {
        return new BenchResult(name(), what, unit, Medians.of(values), null, null);
    }
}
