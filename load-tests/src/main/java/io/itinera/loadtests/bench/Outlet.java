package io.itinera.loadtests.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where a topology's output comes out: a topic, read from its end on and once committed. */
final class Outlet implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaConsumer<byte[], byte[]> consumer;

    Outlet(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits until so many records of a run have come out, for as long as more of them come.
     *
     * @param run a text that stands in each of them and in no other
     * @return for each how long after its timestamp it could be read, in milliseconds
     */
    List<Double> await(String run, long records) {
        List<Double> late = new ArrayList<>();
        Instant until = Instant.now().plus(PATIENCE);
        while (late.size() < records) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException(
                        "%d of %d came out, and no more within %s"
                                .formatted(late.size(), records, PATIENCE));
            }
            int before = late.size();
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                if (new String(each.value(), StandardCharsets.ISO_8859_1).contains(run)) {
                    late.add((double) (System.currentTimeMillis() - each.timestamp()));
                }
            }
            until = late.size() > before ? Instant.now().plus(PATIENCE) : until;
        }
        return late;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
