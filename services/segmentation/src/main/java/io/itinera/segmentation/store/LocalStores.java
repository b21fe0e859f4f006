package io.itinera.segmentation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of the partitions that this instance owns, to be read. All of it throws Kafka Streams'
 * {@code InvalidStateStoreException} while stores move.
 */
public final class LocalStores {
    private final KafkaStreams streams;
    private final int partitions;

    public LocalStores(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /** Customers of all partitions here. */
    public CustomerView customers() {
        return new CustomerView(store(parameters(StoreNames.CUSTOMERS)));
    }

    /** Ledgers of all partitions here. */
    public LedgerView ledgers() {
        return new LedgerView(store(parameters(StoreNames.CUSTOMERS)));
    }

    /** Timelines of all partitions here. */
    public TimelineView timelines() {
        return new TimelineView(store(parameters(StoreNames.TIMELINE)));
    }

    /** What was published; every partition has read the same. */
    public DefinitionView definitions() {
        return new DefinitionView(store(parameters(StoreNames.DEFINITIONS)));
    }

    /** The lookups, partition by partition: counts are to be summed and pages to be merged. */
    public List<LookupView> lookups() {
        return each(StoreNames.LOOKUPS, LookupView::new);
    }

    private <T> List<T> each(String name, Function<ReadOnlyKeyValueStore<Bytes, byte[]>, T> view) {
        List<T> views = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            here(name, partition).map(view).ifPresent(views::add);
        }
        return views;
    }

    private Optional<ReadOnlyKeyValueStore<Bytes, byte[]>> here(String name, int partition) {
        try {
            return Optional.of(store(parameters(name).withPartition(partition)));
        } catch (InvalidStateStorePartitionException elsewhere) {
            return Optional.empty();
        }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(
            StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters) {
        return streams.store(parameters);
    }

    private static StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters(
            String name) {
        return StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore());
    }
}
