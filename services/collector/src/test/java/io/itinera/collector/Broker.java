package io.itinera.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.Suppression;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;

/** The other side of the topics: publishes sources as the gateway does, and reads what came out. */
@Singleton
final class Broker {
    private static final JsonCodec<Source> SOURCES = JsonCodec.of(Source.class);
    private static final JsonCodec<Suppression> SUPPRESSIONS = JsonCodec.of(Suppression.class);

    private final Config config;
    private final TopicNames names;

    @Inject
    Broker(Config config, TopicNames names) {
        this.config = config;
        this.names = names;
    }

    /** A source with this key in a workspace of its own. */
    static Source source(String writeKey, boolean enabled) {
        return new Source(
                UUID.randomUUID(),
                "ws-" + writeKey,
                "Shop",
                List.of(sha256(writeKey)),
                enabled,
                Source.DEFAULT_HISTORIC_AFTER,
                IntakeRules.DEFAULT,
                null,
                Map.of());
    }

    /** The same source, doing that with what the plan does not foresee. */
    static Source planned(Source source, PlanMode mode) {
        IntakeRules rules = source.rules();
        return ruled(
                source,
                new IntakeRules(
                        rules.origins(),
                        rules.eventsPerSecond(),
                        rules.address(),
                        rules.userAgent(),
                        mode,
                        rules.traitsFromContext()));
    }

    /** The same source with these keys and no other. */
    static Source keyed(Source source, String... writeKeys) {
        return new Source(
                source.id(),
                source.workspace(),
                source.name(),
                Stream.of(writeKeys).map(Broker::sha256).toList(),
                source.enabled(),
                source.historicAfter(),
                source.rules(),
                null,
                Map.of());
    }

    /** The same source under other rules. */
    static Source ruled(Source source, IntakeRules rules) {
        return new Source(
                source.id(),
                source.workspace(),
                source.name(),
                source.keyHashes(),
                source.enabled(),
                source.historicAfter(),
                rules,
                null,
                Map.of());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void publish(Source source) {
        put(Topics.SOURCES, source.workspace() + "|" + source.id(), SOURCES.write(source));
    }

    /** Suppresses an identity as whoever erases a customer does. */
    void suppress(String workspace, String kind, String value) {
        String hash = sha256(Keys.identity(workspace, kind, value));
        put(
                Topics.SUPPRESSIONS,
                Keys.suppression(workspace, hash),
                SUPPRESSIONS.write(new Suppression(workspace, hash, Instant.EPOCH, Map.of())));
    }

    private void put(String topic, String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        KafkaSettings.of(config),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(names.of(topic), key.getBytes(UTF_8), value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The records of a topic that pass, as far as they stand there now, in order of arrival. */
    List<ConsumerRecord<byte[], byte[]>> read(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> which) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        KafkaSettings.of(config),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(names.of(topic)).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    if (which.test(each)) {
                        found.add(each);
                    }
                }
            }
            return found;
        }
    }

    static Predicate<ConsumerRecord<byte[], byte[]>> of(Source source) {
        return each -> new String(each.key(), UTF_8).startsWith(source.workspace());
    }
}
