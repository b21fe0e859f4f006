package io.itinera.loadtests.bench;

import io.itinera.loadtests.Customers;
import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Medians;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Through the whole mesh: from the request to the mail in the inbox. */
record Loop() implements Bench {
    private static final int PEOPLE = 2_000;
    private static final int EVENTS_EACH = 2;
    private static final int CONNECTIONS = 8;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "loop";
    }

    @Override
    public String description() {
        return "events per CPU-second of the whole mesh, from the request to the mail in the inbox";
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        try (HttpLoad load = new HttpLoad(CONNECTIONS)) {
            Customers customers = new Customers(target, load);
            customers.publishJourneys(Duration.ofDays(3));
            List<Double> rates = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                double rate = rate(target, customers, run);
                if (run > 0) {
                    rates.add(rate);
                }
            }
            return List.of(
                    new BenchResult(
                            name(), null, "events per CPU-second", Medians.of(rates), null, null));
        }
    }

    private static double rate(Target target, Customers customers, int run)
            throws IOException, InterruptedException {
        List<String> people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(number -> "loop-%d-%d".formatted(run, number))
                        .toList();
        List<Long> pids = target.pidsOfTheLoop();
        long before = CpuTime.micros(pids);
        customers.signUp(people);
        Instant until = Instant.now().plus(PATIENCE);
        while (customers.mails(people).values().stream().anyMatch(List::isEmpty)) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("not everyone was greeted within " + PATIENCE);
            }
            Thread.sleep(LOOK_EVERY);
        }
        return PEOPLE * EVENTS_EACH * MICROS_PER_SECOND / (CpuTime.micros(pids) - before);
    }
}
