package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Payload;
import io.itinera.stack.server.JavaCommand;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Batches of a hundred events, beside Kafka's own producer benchmark with the same payload. */
record CollectorBatch() implements Bench {
    private static final int BATCH = 100;
    private static final long BATCHES = 4_000;
    private static final int CONNECTIONS = 8;
    private static final int PAYLOADS = 10_000;
    private static final double MICROS_PER_SECOND = 1e6;

    @Override
    public String name() {
        return "collector-batch";
    }

    @Override
    public String description() {
        return "events per CPU-second of collector and Kafka in batches of 100, beside Kafka's producer benchmark";
    }

    @Override
    public BenchResult run(Target target, int runs) throws IOException, InterruptedException {
        Path payloads = payloadFile();
        try (HttpLoad load = new HttpLoad(CONNECTIONS)) {
            return BenchResult.paired(
                    name(),
                    "events per CPU-second",
                    runs,
                    round -> collected(load, target, round),
                    round -> produced(target, payloads));
        } finally {
            Files.delete(payloads);
        }
    }

    private static double collected(HttpLoad load, Target target, int round) {
        Payload payload = new Payload("batch-" + round, Instant.now().toString());
        List<Long> pids = target.pids("collector", "kafka");
        long before = CpuTime.micros(pids);
        load.post(
                target.collector("/v1/batch"),
                target.authorization(),
                BATCHES,
                number -> Buffer.buffer(payload.batch(number * BATCH, BATCH)));
        return BATCHES * BATCH * MICROS_PER_SECOND / (CpuTime.micros(pids) - before);
    }

    private static double produced(Target target, Path payloads)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        JavaCommand.ofClassPath(
                                System.getProperty("java.class.path"),
                                ProducerBenchmark.class.getName()));
        command.add(target.coordinates().kafka().bootstrapServers());
        command.add(payloads.toString());
        command.add(Long.toString(BATCHES * BATCH));
        command.add(target.pids("kafka").getFirst().toString());
        Process producer =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String last = producer.inputReader().lines().reduce("", (earlier, line) -> line);
        if (producer.waitFor() != 0) {
            throw new IllegalStateException("Kafka's producer benchmark failed");
        }
        return BATCHES * BATCH * MICROS_PER_SECOND / Long.parseLong(last.strip());
    }

    private static Path payloadFile() throws IOException {
        Payload payload = new Payload("payload", Instant.now().toString());
        String lines =
                LongStream.range(0, PAYLOADS)
                        .mapToObj(payload::event)
                        .collect(Collectors.joining("\n"));
        return Files.writeString(Files.createTempFile("payload", ".ndjson"), lines);
    }
}
