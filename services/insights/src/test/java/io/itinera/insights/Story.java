package io.itinera.insights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** A customer of a workspace of their own, and what insights is told of them. */
final class Story {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Config config;
    private final TopicNames names;

    final String workspace = "ws-" + UUID.randomUUID();
    final UUID customer = UUID.randomUUID();
    final UUID journey = UUID.randomUUID();
    private final UUID enrollment = UUID.randomUUID();

    Story(Config config, TopicNames names) {
        this.config = config;
        this.names = names;
    }

    Activity did(String id, String name, long second) {
        Instant at = NOON.plusSeconds(second);
        Event event =
                new Event(
                        id,
                        workspace,
                        EventType.track,
                        name,
                        null,
                        "u",
                        null,
                        null,
                        Map.of(),
                        Map.of("total", 10),
                        Map.of(),
                        Map.of(),
                        at,
                        at,
                        "s",
                        false,
                        Map.of());
        return new Activity(
                id,
                workspace,
                customer,
                customer,
                ActivityCause.event,
                at,
                event,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null,
                Map.of());
    }

    Transition step(
            String id, TransitionKind kind, @Nullable String node, @Nullable String reason) {
        return new Transition(
                id,
                workspace,
                customer,
                customer,
                journey,
                1,
                enrollment,
                kind,
                node,
                1,
                null,
                null,
                reason,
                null,
                NOON.plusSeconds(Long.parseLong(id)),
                Map.of(),
                Map.of());
    }

    void send(String topic, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        KafkaSettings.of(config),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            String key = workspace + "|" + customer;
            producer.send(new ProducerRecord<>(names.of(topic), key.getBytes(UTF_8), value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    String quarantined() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        KafkaSettings.of(config),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(names.of(Topics.QUARANTINE)).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            StringBuilder all = new StringBuilder();
            await().until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(it -> all.append(new String(it.value(), UTF_8)));
                                return !all.isEmpty();
                            });
            return all.toString();
        }
    }
}
