package io.itinera.segmentation.topics;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Bytes on their way to a topic, with the partition that they go to. */
final class Addressed {
    private static final int BY_KEY = -1;
    private static final int EVERY = -2;

    static final Serde<Addressed> SERDE =
            Serdes.serdeFrom((topic, it) -> it == null ? null : it.value, reader());

    private final int partition;
    private final byte @Nullable [] value;

    private Addressed(int partition, byte @Nullable [] value) {
        this.partition = partition;
        this.value = value;
    }

    static Addressed byKey(byte @Nullable [] value) {
        return new Addressed(BY_KEY, value);
    }

    static Addressed everyPartition(byte[] value) {
        return new Addressed(EVERY, value);
    }

    static Addressed to(int partition, byte[] value) {
        return new Addressed(partition, value);
    }

    byte @Nullable [] value() {
        return value;
    }

    private static Deserializer<Addressed> reader() {
        return (topic, bytes) -> new Addressed(BY_KEY, bytes);
    }

    /** Where a record goes: as addressed, and by its key where that says nothing. */
    static StreamPartitioner<byte[], Addressed> partitioner() {
        return (topic, key, it, partitions) ->
                switch (it.partition) {
                    case BY_KEY -> Optional.empty();
                    case EVERY -> Optional.of(all(partitions));
                    default -> Optional.of(Set.of(it.partition));
                };
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
