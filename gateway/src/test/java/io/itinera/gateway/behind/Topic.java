package io.itinera.gateway.behind;

import static org.awaitility.Awaitility.await;

import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a topic as another service would. */
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
                                        .forEach(r -> newest.put(key(r), codec.read(r.value())));
                                return newest.containsKey(key) && expected.test(newest.get(key));
                            });
        }
        return newest.get(key);
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
