package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Medians;
import io.itinera.loadtests.measure.Payload;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an event of each dialect costs the collector, as its clients send it. */
record CollectorDialects() implements Bench {
    private static final int CONNECTIONS = 64;
    private static final int EVENTS = 60_000;

    @Override
    public String name() {
        return "collector-dialects";
    }

    @Override
    public String description() {
        return "CPU of the collector for an event of each dialect, as its clients send it";
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        List<BenchResult> results = new ArrayList<>();
        try (HttpLoad load = new HttpLoad(CONNECTIONS)) {
            for (DialectTraffic dialect : DialectTraffic.ALL) {
                WarmUp.of(round -> cost(load, target, dialect, round), target.pids("collector"));
                List<Double> costs = new ArrayList<>();
                for (int round = 1; round <= runs; round++) {
                    costs.add(cost(load, target, dialect, round));
                }
                results.add(
                        new BenchResult(
                                name(),
                                dialect.name(),
                                "CPU microseconds per event",
                                Medians.of(costs),
                                null,
                                null));
            }
        }
        return results;
    }

    private static double cost(HttpLoad load, Target target, DialectTraffic dialect, int round) {
        Payload payload = new Payload(dialect.name() + round, Instant.now().toString());
        List<Long> pids = target.pids("collector");
        long requests = EVENTS / dialect.events();
        long before = CpuTime.micros(pids);
        load.send(
                target.collector("/"),
                dialect.headers(target),
                requests,
                number -> dialect.message(payload, target, number * dialect.events()));
        return (CpuTime.micros(pids) - before) / (double) (requests * dialect.events());
    }
}
