package io.itinera.gateway.behind;

import static org.awaitility.Awaitility.await;

import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads and writes a topic as another service would. */
public final class Topic {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Topic() {}

    /** Waits until the newest record of a key is as expected; that record. */
    public static <T> T latest(String topic, String key, Class<T> type, Predicate<T> expected) {
        JsonCodec<T> codec = JsonCodec.of(type);
        Map<String, T> newest = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            await().atMost(PATIENCE)
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(r -> take(r, key, codec, newest));
                                return newest.containsKey(key) && expected.test(newest.get(key));
                            });
        }
        return newest.get(key);
    }

    /** Writes a record as another service would. */
    public static <T> void write(String topic, String key, Class<T> type, T value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        KafkaSettings.of(ConfigProvider.getConfig()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    key.getBytes(StandardCharsets.UTF_8),
                                    JsonCodec.of(type).write(value)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> void take(
            ConsumerRecord<byte[], byte[]> record,
            String key,
            JsonCodec<T> codec,
            Map<String, T> newest) {
        if (key(record).equals(key)) {
            newest.put(key, codec.read(record.value()));
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String topic) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        KafkaSettings.of(ConfigProvider.getConfig()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
