package io.itinera.loadtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.loadtests.Sharing;
import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.Medians;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long customers cannot be read while segmentation goes on elsewhere: where it was asked to end
 * and finds its own files, where it was killed and reads everything from its changelogs again, and
 * where another instance had a standby. A start of the JVM is part of the first two.
 *
 * @param customers how many there are
 */
record SegmentationRestore(int customers) implements Bench {
    private static final String FIRST = "segmentation";
    private static final String SECOND = "segmentation-2";
    private static final int SEGMENTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final double NANOS_PER_MILLI = 1e6;

    /** What makes segmentation go away and come back. */
    @FunctionalInterface
    private interface Blow {
        void fall() throws IOException, InterruptedException;
    }

    @Override
    public String name() {
        return "segmentation-restore";
    }

    @Override
    public String description() {
        return "how long customers cannot be read after a restart, a kill, and a kill with a standby";
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        try (Bystanders _ = Bystanders.sentAway(target);
                SegmentsOfABench made = new SegmentsOfABench(target)) {
            made.publish(SEGMENTS);
            new Crowd(customers).come(target);
            List<String> known = known(made);
            List<BenchResult> results = new ArrayList<>(kept(target));
            results.add(figure("restart", alone(target, made, known, runs, "restart", FIRST)));
            results.add(
                    figure(
                            "kill -9",
                            alone(target, made, known, runs, "restart", "--kill", FIRST)));
            results.add(figure("kill -9 with a standby", shared(target, known, runs)));
            return results;
        }
    }

    /** A page of customers, of every partition some. */
    private static List<String> known(SegmentsOfABench made)
            throws IOException, InterruptedException {
        List<String> known = new ArrayList<>();
        for (JsonNode each : made.get("/customers").path("items")) {
            known.add("/customers/" + each.path("id").asText());
        }
        return known;
    }

    private static List<Double> alone(
            Target target, SegmentsOfABench made, List<String> known, int runs, String... command)
            throws IOException, InterruptedException {
        List<Double> away = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            away.add(away(() -> target.launcher(command), made, known));
        }
        return away;
    }

    private static List<Double> shared(Target target, List<String> known, int runs)
            throws IOException, InterruptedException {
        List<Double> away = new ArrayList<>();
        try (Sharing sharing = Sharing.of(target, FIRST)) {
            for (int run = 0; run < runs; run++) {
                target.launcher("start", FIRST);
                target.launcher("start", SECOND);
                sharing.await(2);
                try (SegmentsOfABench second = new SegmentsOfABench(target, SECOND)) {
                    away.add(away(() -> target.signal(FIRST, "KILL"), second, known));
                }
            }
            return away;
        } finally {
            target.launcher("start", FIRST);
            target.launcher("stop", SECOND);
        }
    }

    /** For how long not all are answered, in milliseconds. */
    private static double away(Blow blow, SegmentsOfABench asked, List<String> known)
            throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        long from = System.nanoTime();
        blow.fall();
        while (!asked.answers(known)) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("customers cannot be read any more");
            }
            Thread.sleep(LOOK_EVERY);
        }
        return (System.nanoTime() - from) / NANOS_PER_MILLI;
    }

    private List<BenchResult> kept(Target target) throws IOException {
        Footprint kept = new Footprint(target);
        return List.of(bytes("RocksDB", kept.rocksDb()), bytes("changelogs", kept.changelogs()));
    }

    private BenchResult bytes(String what, long bytes) {
        return new BenchResult(
                name(), what, "bytes per customer", bytes / (double) customers, null, null);
    }

    private BenchResult figure(String what, List<Double> millis) {
        return new BenchResult(
                name(),
                what,
                "milliseconds with " + customers + " customers",
                Medians.of(millis),
                null,
                null);
    }
}
