package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Payload;
import io.itinera.stack.server.JavaCommand;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One event a request, answered after the broker's ack, beside a bare route that answers at once.
 */
record CollectorSingle() implements Bench {
    private static final long REQUESTS = 40_000;
    private static final int CONNECTIONS = 32;

    @Override
    public String name() {
        return "collector-single";
    }

    @Override
    public String description() {
        return "CPU of the collector for one event a request, beside a bare Vert.x route";
    }

    @Override
    public BenchResult run(Target target, int runs) throws IOException, InterruptedException {
        Process bare = bareRoute();
        try (HttpLoad load = new HttpLoad(CONNECTIONS);
                BufferedReader out = bare.inputReader(StandardCharsets.UTF_8)) {
            URI reference = URI.create("http://127.0.0.1:" + out.readLine() + "/v1/track");
            return BenchResult.paired(
                    name(),
                    "CPU microseconds per event",
                    runs,
                    round ->
                            cost(
                                    load,
                                    target.collector("/v1/track"),
                                    target,
                                    target.pids("collector"),
                                    round),
                    round -> cost(load, reference, target, List.of(bare.pid()), round));
        } finally {
            bare.destroy();
        }
    }

    private static double cost(
            HttpLoad load, URI where, Target target, List<Long> pids, int round) {
        Payload payload = new Payload("single-" + round, Instant.now().toString());
        long before = CpuTime.micros(pids);
        load.post(
                where,
                target.authorization(),
                REQUESTS,
                number -> Buffer.buffer(payload.event(number)));
        return (CpuTime.micros(pids) - before) / (double) REQUESTS;
    }

    private static Process bareRoute() throws IOException {
        List<String> command =
                JavaCommand.ofClassPath(
                        System.getProperty("java.class.path"), BareRoute.class.getName());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
