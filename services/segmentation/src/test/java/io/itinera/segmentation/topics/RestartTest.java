package io.itinera.segmentation.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.segmentation.Wire;
import io.itinera.segmentation.store.TimelineStore;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topology by itself, stopped and started again on another machine, with nothing on its disk.
 */
final class RestartTest {
    private final String servers =
            Objects.requireNonNull(TestStack.attach(EnumSet.of(ServerName.KAFKA)).kafka())
                    .bootstrapServers();
    private final TopicNames names =
            new TopicNames("r" + UUID.randomUUID().toString().substring(0, 8) + ".");
    private final UUID ann = Ids.customer("w", "user", "ann");

    @Test
    void stateOutlivesTheMachine(@TempDir Path first, @TempDir Path second) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            new TopicCreator(admin, names, (short) 1).create(TopicSpecs.all());
        }
        try (Wire wire = new Wire(servers, names)) {
            Event known = identify(Map.of("plan", "gold"));
            try (KafkaStreams _ = started(first)) {
                wire.send(known);
                wire.await(ann, any -> true);
            }
            wire.send(known);
            Event later = identify(Map.of("city", "Oslo"));
            wire.send(later);
            try (KafkaStreams _ = started(second)) {
                Activity told =
                        wire.await(
                                ann,
                                it -> it.event() != null && it.event().id().equals(later.id()));
                assertEquals(
                        List.of(Map.of("plan", "gold", "city", "Oslo"), 2L),
                        List.of(told.profile().traits(), eventsOf(wire)));
            }
        }
    }

    private long eventsOf(Wire wire) {
        return wire.activities(ann).stream().filter(it -> it.event() != null).count();
    }

    private static Event identify(Map<String, Object> traits) {
        return Wire.event("w", EventType.identify, "d", "ann", null, "$identify", traits);
    }

    private KafkaStreams started(Path directory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, names.of("restart"));
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
