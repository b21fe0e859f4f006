package io.itinera.segmentation.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.streams.Reads;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.segmentation.Wire;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.store.LocalStores;
import io.itinera.segmentation.store.StoreNames;
import io.itinera.segmentation.store.TimelineStore;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances that share the partitions, neither of which can be reached by HTTP: to each the
 * other is gone, and it answers for the other's partitions from its standby copies.
 */
final class StandbyTest {
    private static final HostInfo ONE = new HostInfo("localhost", 1);
    private static final HostInfo TWO = new HostInfo("localhost", 2);

    private final String servers =
            Objects.requireNonNull(TestStack.attach(EnumSet.of(ServerName.KAFKA)).kafka())
                    .bootstrapServers();
    private final TopicNames names =
            new TopicNames("b" + UUID.randomUUID().toString().substring(0, 8) + ".");
    private final UUID ann = Ids.customer("w", "user", "ann");

    @Test
    void whoeverIsLeftAnswersAndSaysThatItMayBeBehind(@TempDir Path first, @TempDir Path second) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            new TopicCreator(admin, names, (short) 1).create(TopicSpecs.all());
        }
        try (Wire wire = new Wire(servers, names);
                KafkaStreams one = started(first, ONE);
                KafkaStreams two = started(second, TWO)) {
            wire.send(Wire.track("w", null, "ann", "Bought", Map.of()));
            wire.await(ann, any -> true);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertEquals(
                                            Set.of(true, false),
                                            Set.of(stale(one, ONE), stale(two, TWO))));
            assertEquals(List.of(true), everyones(one, ONE));
            assertEquals(List.of(true), everyones(two, TWO));
        }
    }

    /** Whether the answer was one of a standby. */
    private boolean stale(KafkaStreams streams, HostInfo self) {
        List<Long> behind = new ArrayList<>();
        try (Reads reads = new Reads(streams, self)) {
            LocalStores stores =
                    new LocalStores(streams, TopicSpecs.of(Topics.ACTIVITY).partitions());
            String key = Keys.customer("w", ann);
            boolean known =
                    reads.one(
                            StoreNames.CUSTOMERS,
                            key,
                            Boolean.class,
                            new Ask("/", "", false, null, Set.of(), behind::add),
                            () ->
                                    stores.partition(reads.partition(StoreNames.CUSTOMERS, key))
                                                    .customers()
                                                    .find("w", ann)
                                                    .orElseThrow()
                                            instanceof Customer);
            assertEquals(true, known);
            return !behind.isEmpty();
        }
    }

    /** What each part of everyone's partitions has to say of Ann, where it knows her. */
    private List<Boolean> everyones(KafkaStreams streams, HostInfo self) {
        try (Reads reads = new Reads(streams, self)) {
            LocalStores stores =
                    new LocalStores(streams, TopicSpecs.of(Topics.ACTIVITY).partitions());
            return reads
                    .all(
                            StoreNames.LOOKUPS,
                            Boolean.class,
                            new Ask("/", "", false),
                            () ->
                                    stores.mine().stream()
                                            .anyMatch(
                                                    it ->
                                                            !it.lookups()
                                                                    .withIdentity("w", "ann", 1)
                                                                    .isEmpty()))
                    .stream()
                    .filter(it -> it)
                    .toList();
        }
    }

    private KafkaStreams started(Path directory, HostInfo self) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, names.of("standby"));
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.consumerPrefix("internal.leave.group.on.close"), true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class.getName());
        KafkaStreams streams =
                new KafkaStreams(
                        new SegmentationTopology(
                                        SegmentationTopics.of(names),
                                        new Quarantine("segmentation"),
                                        Duration.ofSeconds(1),
                                        TimelineStore.MEMORY,
                                        FileLife.asDocumented(Duration.ofHours(1)),
                                        new Meters(new SimpleMeterRegistry()))
                                .build(),
                        new StreamsConfig(settings));
        streams.start();
        return streams;
    }
}
