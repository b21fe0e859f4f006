package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Batches of a hundred events, beside Kafka's own producer benchmark with the same events. */
record CollectorBatch() implements Bench {
    private static final int BATCH = 100;
    private static final long BATCHES = 5_000;

    /** As many as take about as long, for the kernel's clock is coarse. */
    private static final long PRODUCED = 2_000_000;

    private static final int CONNECTIONS = 16;
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
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        Path payloads = payloadFile();
        String kafka = target.coordinates().kafka().bootstrapServers();
        try (Reference producer =
                        Reference.start(
                                ProducerBenchmark.class, List.of(kafka, payloads.toString()));
                HttpLoad load = new HttpLoad(CONNECTIONS)) {
            Pairs.Measurement collected = round -> collected(load, target, round);
            Pairs.Measurement produced = _ -> produced(producer, target);
            WarmUp.of(produced, List.of(producer.pid(), target.pid("kafka")));
            WarmUp.of(collected, target.pids("collector", "kafka"));
            Pairs pairs = Pairs.measure(runs, collected, produced);
            return List.of(pairs.result(name(), "events per CPU-second"));
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
                number -> payload.batch(number * BATCH, BATCH));
        return rate(BATCHES * BATCH, CpuTime.micros(pids) - before);
    }

    private static double produced(Reference producer, Target target) throws IOException {
        List<Long> pids = List.of(producer.pid(), target.pids("kafka").getFirst());
        long before = CpuTime.micros(pids);
        producer.tell(Long.toString(PRODUCED));
        return rate(PRODUCED, CpuTime.micros(pids) - before);
    }

    private static double rate(long events, long micros) {
        return events * MICROS_PER_SECOND / micros;
    }

    private static Path payloadFile() throws IOException {
        Payload payload = new Payload("payload", Instant.now().toString());
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < PAYLOADS; number++) {
            lines.append(payload.event(number)).append('\n');
        }
        return Files.writeString(Files.createTempFile("payload", ".ndjson"), lines);
    }
}
