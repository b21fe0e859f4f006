package io.itinera.collector.topics;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.contracts.Keys;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One connection to the quarantine topic, for one reader. */
final class QuarantineConsumer implements AutoCloseable {
    static final Duration POLL = Duration.ofMillis(500);

    private static final JsonCodec<Quarantined> CODEC = JsonCodec.of(Quarantined.class);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    QuarantineConsumer(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.partitions =
                consumer.partitionsFor(topic).stream()
                        .map(it -> new TopicPartition(topic, it.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new KafkaException("there is no topic " + topic);
        }
        consumer.assign(partitions);
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    Consumer<byte[], byte[]> kafka() {
        return consumer;
    }

    Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(partitions);
    }

    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** By record time, which is when the record was put aside; where none is so new, the end. */
    Map<TopicPartition, Long> from(Instant at) {
        Map<TopicPartition, Long> asked =
                partitions.stream().collect(Collectors.toMap(it -> it, _ -> at.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
        Map<TopicPartition, Long> offsets = new HashMap<>(ends());
        found.forEach(
                (partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    static Positions positions(Map<TopicPartition, Long> offsets) {
        return new Positions(
                offsets.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.getKey().partition(), Map.Entry::getValue)));
    }

    /** What a record says, when it is the workspace's; another's is not even read. */
    static Optional<QuarantineEntry> entry(
            ConsumerRecord<byte[], byte @Nullable []> stored, String workspace) {
        if (!workspace.equals(Keys.workspace(stored.key()))) {
            return Optional.empty();
        }
        try {
            Quarantined record = CODEC.read(stored.value());
            return workspace.equals(record.workspace())
                    ? Optional.of(new QuarantineEntry(place(stored), record))
                    : Optional.empty();
        } catch (Unreadable foreign) {
            return Optional.empty();
        }
    }

    /** The time is part of it: a topic that is made anew counts from the beginning. */
    private static String place(ConsumerRecord<byte[], byte @Nullable []> stored) {
        return stored.partition() + "-" + stored.offset() + "-" + stored.timestamp();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
