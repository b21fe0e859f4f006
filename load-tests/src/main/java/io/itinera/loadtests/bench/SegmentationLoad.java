package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Percentiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Events through segmentation with so many live segments, beside the least that a topology can do
 * with the same events.
 *
 * @param segments how many are live, of which an event can touch five
 * @param customers how many there are
 */
record SegmentationLoad(int segments, int customers) implements Bench {
    private static final int BATCH = 100;
    private static final long EVENTS = 20_000;

    /** The reference does as many in about the same time, so that it commits as often. */
    private static final long EVENTS_OF_THE_REFERENCE = 100_000;

    /**
     * After so many rounds the JVMs have compiled what they run all the time; more would only make
     * the histories longer than customers have them.
     */
    private static final int WARM_UPS = 5;

    private static final int CONNECTIONS = 4;
    private static final double MICROS_PER_SECOND = 1e6;

    /** Five batches a second, which is far below what can be done. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(200);

    private static final long CALM_BATCHES = 100;

    @Override
    public String name() {
        return "segmentation-" + segments;
    }

    @Override
    public String description() {
        return "events per CPU-second of segmentation and Kafka with %d live segments, beside a reference topology"
                .formatted(segments);
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        String kafka = target.coordinates().kafka().bootstrapServers();
        try (Bystanders _ = Bystanders.sentAway(target);
                SegmentsOfABench made = new SegmentsOfABench(target)) {
            made.publish(segments);
            try (Reference topology = Reference.start(ReferenceTopology.class, List.of(kafka));
                    KafkaProducer<byte[], byte[]> producer = producer(kafka);
                    Outlet activity = new Outlet(kafka, "itinera.activity");
                    Outlet reference = new Outlet(kafka, ReferenceTopology.OUT);
                    HttpLoad load = new HttpLoad(CONNECTIONS)) {
                AtomicLong sent = new AtomicLong();
                Pairs.Measurement ours =
                        round -> {
                            sent.addAndGet(EVENTS);
                            return ours(target, load, activity, floor(round));
                        };
                Pairs.Measurement theirs =
                        round -> theirs(target, topology.pid(), producer, reference, floor(round));
                Pairs.measure(WARM_UPS, ours, theirs);
                Pairs pairs = Pairs.measure(runs, ours, theirs);
                List<BenchResult> results = new ArrayList<>();
                results.add(pairs.result(name(), "events per CPU-second"));
                results.addAll(kept(target, sent.get()));
                results.addAll(late(target, load, activity));
                return results;
            }
        }
    }

    private ShopFloor floor(int round) {
        return ShopFloor.withABot(
                "%s/%d/%d".formatted(name(), round, System.nanoTime()), customers);
    }

    private static double ours(Target target, HttpLoad load, Outlet activity, ShopFloor floor) {
        List<Long> pids = target.pids("segmentation", "kafka");
        long before = CpuTime.micros(pids);
        load.post(
                target.collector("/v1/batch"),
                target.authorization(),
                EVENTS / BATCH,
                number -> floor.batch(number * BATCH, BATCH));
        activity.await(floor.run(), EVENTS);
        return EVENTS * MICROS_PER_SECOND / (CpuTime.micros(pids) - before);
    }

    private static double theirs(
            Target target,
            long topology,
            KafkaProducer<byte[], byte[]> producer,
            Outlet reference,
            ShopFloor floor) {
        List<Long> pids = List.of(topology, target.pid("kafka"));
        long before = CpuTime.micros(pids);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (long number = 0; number < EVENTS_OF_THE_REFERENCE; number++) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    ReferenceTopology.IN,
                                    floor.customer(number).getBytes(StandardCharsets.UTF_8),
                                    floor.event(number).getBytes())));
        }
        producer.flush();
        if (sent.stream().anyMatch(each -> each.state() != Future.State.SUCCESS)) {
            throw new IllegalStateException("Kafka has not taken every event of the reference");
        }
        reference.await(floor.run(), EVENTS_OF_THE_REFERENCE);
        return EVENTS_OF_THE_REFERENCE * MICROS_PER_SECOND / (CpuTime.micros(pids) - before);
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        Properties settings = new Properties();
        settings.putAll(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        "5",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private List<BenchResult> kept(Target target, long events) throws IOException {
        Footprint kept = new Footprint(target);
        return List.of(
                figure("RocksDB", "bytes per event", kept.rocksDb() / (double) events),
                figure("changelogs", "bytes per event", kept.changelogs() / (double) events),
                figure("RocksDB", "bytes per customer", kept.rocksDb() / (double) customers));
    }

    private List<BenchResult> late(Target target, HttpLoad load, Outlet activity) {
        ShopFloor floor = floor(0);
        CalmTraffic calm = new CalmTraffic(floor, BATCH, BETWEEN_BATCHES, CALM_BATCHES);
        CompletableFuture<Void> sending = calm.begin(target, load);
        List<Double> late = activity.await(floor.run(), calm.events());
        sending.join();
        return List.of(
                figure("event to activity, p50", "milliseconds", Percentiles.of(late, 0.5)),
                figure("event to activity, p99", "milliseconds", Percentiles.of(late, 0.99)));
    }

    private BenchResult figure(String what, String unit, double value) {
        return new BenchResult(name(), what, unit, value, null, null);
    }
}
