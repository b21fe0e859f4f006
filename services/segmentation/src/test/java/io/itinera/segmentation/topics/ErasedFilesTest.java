package io.itinera.segmentation.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpec;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.segmentation.Wire;
import io.itinera.segmentation.store.TimelineStore;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person's name, looked for in every byte of every file: of RocksDB, and of every log of the
 * topics that segmentation reads and writes, all kept for seconds.
 */
final class ErasedFilesTest {
    private static final JsonCodec<ErasuresRecord> ERASURES = JsonCodec.of(ErasuresRecord.class);
    private static final Set<String> KNOWN =
            Set.of("activity", "customers", "devices", "events", "lookups", "timeline");
    private static final Duration CLEAN_AFTER = Duration.ofMinutes(4);

    private final String servers =
            Objects.requireNonNull(TestStack.attach(EnumSet.of(ServerName.KAFKA)).kafka())
                    .bootstrapServers();
    private final String random = UUID.randomUUID().toString().substring(0, 8);
    private final TopicNames names = new TopicNames("f" + random + ".");
    private final String who = "ann-" + random;
    private final UUID ann = Ids.customer("w", "user", who);

    @Test
    void afterTheDateOfTheReceiptNoFileHoldsAnyOfThePerson(@TempDir Path state) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            new TopicCreator(admin, names, (short) 1).create(briefly());
            lookInto(admin, state);
        }
    }

    private void lookInto(Admin admin, Path state) {
        try (Wire wire = new Wire(servers, names);
                KafkaStreams _ = started(state)) {
            annLives(wire);
            Set<String> before = holding(admin, state);
            Set<String> missed = new TreeSet<>(KNOWN);
            missed.removeAll(before);
            assertEquals(Set.of(), missed);
            Instant cleanBy = erased(wire);
            assertFalse(cleanBy.isAfter(Instant.now().plus(CLEAN_AFTER)));
            Awaitility.await()
                    .atMost(Duration.between(Instant.now(), cleanBy))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertEquals(Set.of(), holding(admin, state)));
        }
    }

    private void annLives(Wire wire) {
        String device = "phone-of-" + who;
        wire.send(Wire.track("w", device, null, "Looked", Map.of("at", "x-" + who)));
        wire.send(
                Wire.event(
                        "w",
                        EventType.identify,
                        device,
                        who,
                        null,
                        "$identify",
                        Map.of("email", who + "@shop.example")));
        Event last = Wire.track("w", device, null, "Bought", Map.of("what", "a hat for " + who));
        wire.send(last);
        wire.await(ann, it -> it.event() != null && it.event().id().equals(last.id()));
    }

    private Instant erased(Wire wire) {
        UUID erasure = Ids.v7();
        ErasuresRecord request =
                new ErasureRequest(erasure, "w", ann, null, null, "mira", Instant.now(), Map.of());
        wire.send(Topics.ERASURES, Keys.erasure("w", erasure), ERASURES.write(request));
        String key = Keys.erasureReceipt("w", erasure, "segmentation");
        ConsumerRecord<byte[], byte[]> told =
                wire.await(Topics.ERASURES, 1, it -> key.equals(utf8(it.key()))).getFirst();
        return ((ErasureReceipt) ERASURES.read(told.value())).filesCleanBy();
    }

    /** The stores and topics whose files hold the name, without what stands around their names. */
    private Set<String> holding(Admin admin, Path state) {
        Set<String> holding = new TreeSet<>();
        files(state).filter(this::holds).forEach(it -> holding.add(store(it)));
        logs(admin).filter(this::holds).forEach(it -> holding.add(topic(it)));
        return holding;
    }

    private static String store(Path file) {
        return file.getParent().getFileName().toString();
    }

    private String topic(Path file) {
        String log = file.getParent().getFileName().toString();
        return log.replace(names.of(""), "")
                .replace("files-", "")
                .replaceAll("-[0-9]+(-delete)?$", "")
                .replaceAll("-changelog$", "");
    }

    private Stream<Path> logs(Admin admin) {
        try {
            return admin
                    .describeLogDirs(List.of(1))
                    .allDescriptions()
                    .get()
                    .get(1)
                    .keySet()
                    .stream()
                    .flatMap(it -> files(Path.of(it)))
                    .filter(it -> it.getParent().getFileName().toString().contains(names.of("")));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where its logs are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", e);
        }
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (UncheckedIOException | IOException vanished) {
            return Stream.of(directory.resolve("vanished"));
        }
    }

    private boolean holds(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(who);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All topics, kept for seconds. */
    private static List<TopicSpec> briefly() {
        return TopicSpecs.all().stream()
                .map(
                        spec -> {
                            Map<String, String> settings = new HashMap<>(spec.settings());
                            settings.putAll(brief());
                            settings.computeIfPresent("retention.ms", (_, _) -> "3000");
                            return new TopicSpec(spec.name(), spec.partitions(), settings);
                        })
                .toList();
    }

    private static Map<String, String> brief() {
        return Map.of(
                "segment.ms", "1000",
                "max.compaction.lag.ms", "1000",
                "delete.retention.ms", "1000",
                "file.delete.delay.ms", "1000");
    }

    private KafkaStreams started(Path directory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, names.of("files"));
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG, 1000);
        settings.put(StreamsConfig.consumerPrefix("internal.leave.group.on.close"), true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class.getName());
        settings.put(RocksMemory.REWRITTEN_AFTER_SECONDS, 2);
        brief().forEach((name, value) -> settings.put(StreamsConfig.topicPrefix(name), value));
        KafkaStreams streams =
                new KafkaStreams(
                        new SegmentationTopology(
                                        SegmentationTopics.of(names),
                                        new Quarantine("segmentation"),
                                        Duration.ofSeconds(1),
                                        TimelineStore.MEMORY,
                                        new FileLife(Duration.ofSeconds(1), CLEAN_AFTER),
                                        new Meters(new SimpleMeterRegistry()))
                                .build(),
                        new StreamsConfig(settings));
        streams.start();
        return streams;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
