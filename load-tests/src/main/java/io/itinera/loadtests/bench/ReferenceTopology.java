package io.itinera.loadtests.bench;

import io.itinera.stack.process.Quiet;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The least that a topology like ours can do with an event: one repartition, one record of 1 KB
 * read and written in RocksDB, one record of 1 KB told; with the guarantee, the commit interval and
 * the threads of ours.
 */
public final class ReferenceTopology {
    static final String IN = "bench-in";
    static final String OUT = "bench-out";
    private static final String STORE = "records";
    private static final int PARTITIONS = 8;
    private static final int RECORD_BYTES = 1 << 10;
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private ReferenceTopology() {}

    /** Takes the bootstrap servers; runs until nobody listens any more. */
    public static void main(String[] arguments) throws Exception {
        Quiet.kafkaClient();
        createTopics(arguments[0]);
        Path state = Files.createTempDirectory("itinera-reference");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(state.toFile()), "delete"));
        try (KafkaStreams streams = new KafkaStreams(topology(), settings(arguments[0], state))) {
            CountDownLatch running = new CountDownLatch(1);
            streams.setStateListener(
                    (now, before) -> {
                        if (now == KafkaStreams.State.RUNNING) {
                            running.countDown();
                        }
                    });
            streams.start();
            running.await();
            IO.println("ready");
            while (IO.readln() != null) {
                IO.println("done");
            }
        }
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), BYTES));
        builder.stream(IN, Consumed.with(BYTES, BYTES))
                .repartition(
                        Repartitioned.with(BYTES, BYTES)
                                .withName("moved")
                                .withNumberOfPartitions(PARTITIONS))
                .process(Keep::new, STORE)
                .to(OUT, Produced.with(BYTES, BYTES));
        return builder.build();
    }

    /** Reads a record, changes it, writes it and tells it. */
    private static final class Keep extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
        @Override
        public void process(Record<byte[], byte[]> event) {
            KeyValueStore<byte[], byte[]> records = records(context());
            byte[] before = records.get(event.key());
            byte[] after =
                    before == null ? new byte[RECORD_BYTES] : Arrays.copyOf(before, RECORD_BYTES);
            System.arraycopy(
                    event.value(), 0, after, 0, Math.min(event.value().length, RECORD_BYTES));
            records.put(event.key(), after);
            context().forward(event.withValue(after));
        }

        private static KeyValueStore<byte[], byte[]> records(
                ProcessorContext<byte[], byte[]> context) {
            return context.getStateStore(STORE);
        }
    }

    private static StreamsConfig settings(String bootstrapServers, Path state) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-reference");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.POLL_MS_CONFIG, 10);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.producerPrefix("linger.ms"), 5);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return new StreamsConfig(settings);
    }

    /** Nobody asks for it again. */
    private static void delete(File directory) {
        for (File each : Objects.requireNonNullElse(directory.listFiles(), new File[0])) {
            delete(each);
        }
        directory.delete();
    }

    private static void createTopics(String bootstrapServers)
            throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            Set<NewTopic> topics =
                    Set.of(
                            new NewTopic(IN, PARTITIONS, (short) 1),
                            new NewTopic(OUT, PARTITIONS, (short) 1));
            Set<String> known = admin.listTopics().names().get();
            admin.createTopics(
                            topics.stream().filter(each -> !known.contains(each.name())).toList())
                    .all()
                    .get();
        }
    }
}
