package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Payload;
import io.itinera.stack.process.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One event a request, answered after the broker's ack, beside a bare route that answers at once.
 */
record CollectorSingle() implements Bench {
    private static final long REQUESTS = 60_000;
    private static final int CONNECTIONS = 128;

    @Override
    public String name() {
        return "collector-single";
    }

    @Override
    public String description() {
        return "CPU of the collector for one event a request, beside a bare Vert.x route";
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        int port = FreePorts.pick(1).getFirst();
        URI ours = target.collector("/v1/track");
        URI bare = URI.create("http://127.0.0.1:" + port + "/v1/track");
        try (Reference route = Reference.start(BareRoute.class, List.of(Integer.toString(port)));
                HttpLoad load = new HttpLoad(CONNECTIONS)) {
            List<Long> collector = target.pids("collector");
            List<Long> reference = List.of(route.pid());
            Pairs.Measurement collected = round -> cost(load, ours, target, collector, round);
            Pairs.Measurement answered = round -> cost(load, bare, target, reference, round);
            WarmUp.of(answered, reference);
            WarmUp.of(collected, collector);
            Pairs pairs = Pairs.measure(runs, collected, answered);
            return List.of(pairs.result(name(), "CPU microseconds per event"));
        }
    }

    private static double cost(
            HttpLoad load, URI where, Target target, List<Long> pids, int round) {
        Payload payload = new Payload("single-" + round, Instant.now().toString());
        long before = CpuTime.micros(pids);
        load.post(where, target.authorization(), REQUESTS, payload::event);
        return (CpuTime.micros(pids) - before) / (double) REQUESTS;
    }
}
