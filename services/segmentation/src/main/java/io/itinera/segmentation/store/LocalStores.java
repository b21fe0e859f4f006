package io.itinera.segmentation.store;

import io.itinera.kit.streams.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of the partitions of which this instance has a copy, to be read. All of it throws
 * Kafka Streams' {@code InvalidStateStoreException} while stores move.
 */
public final class LocalStores {
    private final KafkaStreams streams;
    private final int partitions;

    public LocalStores(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /** What was published; every partition has read the same. */
    public DefinitionView definitions() {
        return new DefinitionView(streams.store(parameters(StoreNames.DEFINITIONS)));
    }

    /** This instance's copy of a partition, be it the original or a standby. */
    public LocalPartition partition(int number) {
        return new LocalPartition(this, number);
    }

    /** The devices of a partition of events, as this instance's copy has them. */
    public DeviceView devices(int number) {
        return new DeviceView(copy(StoreNames.DEVICES, number));
    }

    /**
     * The partitions that this instance answers for: those that {@link Reads} asks it for, else
     * those that it owns. Counts are to be summed and pages to be merged.
     */
    public List<LocalPartition> mine() {
        Set<Integer> asked = Reads.partitions();
        if (!asked.isEmpty()) {
            return asked.stream().sorted().map(this::partition).toList();
        }
        List<LocalPartition> mine = new ArrayList<>();
        IntStream.range(0, partitions).filter(this::isMine).forEach(it -> mine.add(partition(it)));
        return mine;
    }

    private boolean isMine(int number) {
        try {
            streams.store(
                    StoreQueryParameters.fromNameAndType(
                                    StoreNames.LOOKUPS,
                                    QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(number));
            return true;
        } catch (InvalidStateStorePartitionException elsewhere) {
            return false;
        }
    }

    ReadOnlyKeyValueStore<Bytes, byte[]> copy(String name, int number) {
        return streams.store(parameters(name).withPartition(number));
    }

    private static StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters(
            String name) {
        return StoreQueryParameters.fromNameAndType(
                        name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .enableStaleStores();
    }
}
