package io.itinera.loadtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.Medians;
import io.itinera.loadtests.measure.Percentiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Profiles as segmentation answers them to the gateway.
 *
 * @param customers how many there are
 */
record ProfileRead(int customers) implements Bench {
    private static final int READS = 5_000;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "profile-read";
    }

    @Override
    public String description() {
        return "profiles per CPU-second of segmentation, one after the other, and how long each takes";
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        try (Bystanders _ = Bystanders.sentAway(target);
                SegmentsOfABench made = new SegmentsOfABench(target)) {
            new Crowd(customers).come(target);
            List<String> known = new ArrayList<>();
            for (JsonNode each : made.get("/customers").path("items")) {
                known.add(each.path("id").asText());
            }
            List<Double> rates = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                List<Long> pids = target.pids("segmentation");
                long before = CpuTime.micros(pids);
                List<Double> took = reads(made, known);
                if (run > 0) {
                    millis.addAll(took);
                    rates.add(READS * MICROS_PER_SECOND / (CpuTime.micros(pids) - before));
                }
            }
            return List.of(
                    figure("rate", "reads per CPU-second", Medians.of(rates)),
                    figure("p50", "milliseconds", Percentiles.of(millis, 0.5)),
                    figure("p99", "milliseconds", Percentiles.of(millis, 0.99)));
        }
    }

    private static List<Double> reads(SegmentsOfABench made, List<String> known)
            throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>(READS);
        for (int read = 0; read < READS; read++) {
            long from = System.nanoTime();
            made.get("/customers/" + known.get(read % known.size()));
            took.add((System.nanoTime() - from) / NANOS_PER_MILLI);
        }
        return took;
    }

    private BenchResult figure(String what, String unit, double value) {
        return new BenchResult(name(), what, unit, value, null, null);
    }
}
