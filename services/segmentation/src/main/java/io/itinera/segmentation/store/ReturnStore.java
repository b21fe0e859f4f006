package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Since when those who were erased are let in again. They are in memory too: every event asks for
 * one, and nearly none finds any.
 */
public final class ReturnStore {
    private static final char RETURNED = 'g';

    private final KeyedStore store;
    private final Map<Who, Instant> returned = new HashMap<>();

    private record Who(String workspace, UUID customer) {}

    /** Shares its state store with {@link HoldStore}. */
    public ReturnStore(KeyValueStore<Bytes, byte[]> holds) {
        this.store = new KeyedStore(holds);
        this.store.scan(
                StoreKey.of(RETURNED),
                (key, at) -> {
                    StoreKeyReader who = StoreKeyReader.of(key);
                    returned.put(new Who(who.text(), who.uuid()), time(at));
                    return KeyedStore.Go.ON;
                });
    }

    /** A customer is let in again; what was received before is not theirs. */
    public void letIn(String workspace, UUID customer, Instant since) {
        returned.put(new Who(workspace, customer), since);
        store.put(key(workspace, customer), time(since));
    }

    /** Since when a customer is let in again; empty for nearly everyone. */
    public Optional<Instant> since(String workspace, UUID customer) {
        return returned.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(returned.get(new Who(workspace, customer)));
    }

    /** Whether something was received before a customer was let in again. */
    public boolean isBefore(String workspace, UUID customer, Instant at) {
        return since(workspace, customer).filter(at::isBefore).isPresent();
    }

    /** Forgets who returned so long ago that nothing received before can still come. */
    public void sweep(Instant now) {
        returned.entrySet()
                .removeIf(
                        it -> {
                            boolean isLongAgo = it.getValue().plus(HoldStore.MEMORY).isBefore(now);
                            if (isLongAgo) {
                                Who who = it.getKey();
                                store.delete(key(who.workspace(), who.customer()));
                            }
                            return isLongAgo;
                        });
    }

    private static StoreKey key(String workspace, UUID customer) {
        return StoreKey.of(RETURNED).text(workspace).uuid(customer);
    }

    private static byte[] time(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }

    private static Instant time(byte[] at) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(at).getLong());
    }
}
