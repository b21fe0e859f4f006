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
 * Profiles as segmentation answers them to the gateway, and what it tells web pages.
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
        return "profiles per CPU-second of segmentation, one after the other, and how long each and a page's question take";
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
            List<Long> pids = target.pids("segmentation");
            List<Double> rates = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            WarmUp.of(_ -> reads(made, known).size(), pids);
            for (int run = 0; run < runs; run++) {
                long before = CpuTime.micros(pids);
                millis.addAll(reads(made, known));
                rates.add(READS * MICROS_PER_SECOND / (CpuTime.micros(pids) - before));
            }
            List<Double> pages = new PageReads(made).millis(target);
            return List.of(
                    figure("rate", "reads per CPU-second", Medians.of(rates)),
                    figure("p50", "milliseconds", Percentiles.of(millis, 0.5)),
                    figure("p99", "milliseconds", Percentiles.of(millis, 0.99)),
                    figure("personalisation, p50", "milliseconds", Percentiles.of(pages, 0.5)),
                    figure("personalisation, p99", "milliseconds", Percentiles.of(pages, 0.99)));
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
