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
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is kept of those who were erased: the receipt, the hashes of their identities with the
 * customer that each begins, and, of those who were let in again, since when. The last are in
 * memory too: every event asks for one, and nearly none finds any.
 */
public final class ErasedStore {
    private static final char RECEIPT = 'y';
    private static final char HASH = 'h';
    private static final char RETURNED = 'g';

    private final KeyedStore customers;
    private final KeyedStore holds;
    private final Map<Who, Instant> returned = new HashMap<>();

    private record Who(String workspace, UUID customer) {}

    /** Shares the state stores of the customers and of {@link HoldStore}. */
    public ErasedStore(KeyValueStore<Bytes, byte[]> customers, KeyValueStore<Bytes, byte[]> holds) {
        this.customers = new KeyedStore(customers);
        this.holds = new KeyedStore(holds);
        this.holds.scan(
                StoreKey.of(RETURNED),
                (key, at) -> {
                    StoreKeyReader who = StoreKeyReader.of(key);
                    returned.put(new Who(who.text(), who.uuid()), time(at));
                    return KeyedStore.Go.ON;
                });
    }

    /** Keeps what an erasure came to. */
    public void keep(ErasingStore.Underway done) {
        String workspace = done.erasing().erasure().workspace();
        UUID root = done.erasing().erasure().root();
        customers.put(key(RECEIPT, workspace, root), ErasurePacking.pack(done));
    }

    /** What the erasure of a customer came to; empty when it is not done. */
    public Optional<ErasingStore.Underway> find(String workspace, UUID root) {
        return Optional.ofNullable(customers.get(key(RECEIPT, workspace, root)))
                .map(ErasurePacking::underway);
    }

    /**
     * Notes an identity that is suppressed; false when it was noted before.
     *
     * @param begun the customer that it begins
     */
    public boolean suppressed(String workspace, UUID root, String hash, UUID begun) {
        StoreKey key = key(HASH, workspace, root).text(hash);
        boolean isNew = customers.get(key) == null;
        customers.put(key, bytes(begun));
        return isNew;
    }

    /** Forgets an erasure; shows the hashes that were suppressed, with whom each begins. */
    public void lift(String workspace, UUID root, BiConsumer<String, UUID> visitor) {
        customers.delete(key(RECEIPT, workspace, root));
        Map<String, UUID> hashes = new HashMap<>();
        customers.scan(
                key(HASH, workspace, root),
                (key, begun) -> {
                    StoreKeyReader parts = StoreKeyReader.of(key);
                    parts.text();
                    parts.uuid();
                    hashes.put(parts.text(), uuid(begun));
                    return KeyedStore.Go.ON;
                });
        hashes.forEach(
                (hash, begun) -> {
                    customers.delete(key(HASH, workspace, root).text(hash));
                    visitor.accept(hash, begun);
                });
    }

    /** A customer is let in again; what was received before is not theirs. */
    public void letIn(String workspace, UUID customer, Instant since) {
        returned.put(new Who(workspace, customer), since);
        holds.put(key(RETURNED, workspace, customer), time(since));
    }

    /** Whether something was received before a customer was let in again. */
    public boolean isBeforeReturn(String workspace, UUID customer, Instant at) {
        if (returned.isEmpty()) {
            return false;
        }
        Instant since = returned.get(new Who(workspace, customer));
        return since != null && at.isBefore(since);
    }

    /** Forgets who returned so long ago that nothing received before can still come. */
    public void sweep(Instant now) {
        returned.entrySet()
                .removeIf(
                        it -> {
                            boolean isLongAgo = it.getValue().plus(HoldStore.MEMORY).isBefore(now);
                            if (isLongAgo) {
                                Who who = it.getKey();
                                holds.delete(key(RETURNED, who.workspace(), who.customer()));
                            }
                            return isLongAgo;
                        });
    }

    private static StoreKey key(char kind, String workspace, UUID customer) {
        return StoreKey.of(kind).text(workspace).uuid(customer);
    }

    private static byte[] time(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }

    private static Instant time(byte[] at) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(at).getLong());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }
}
