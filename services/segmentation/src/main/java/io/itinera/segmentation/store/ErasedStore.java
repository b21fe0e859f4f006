package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.people.Erasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of somebody who was erased, with them: the receipt, everyone who had become them,
 * and the hashes of their identities with the customer that each begins.
 */
public final class ErasedStore {
    private static final char RECEIPT = 'y';
    private static final char HASH = 'h';
    private static final char PART = 'z';
    private static final byte[] PRESENT = {1};

    /** The most customers that a receipt names. */
    public static final int MAX_NAMED = 1_000;

    private final KeyedStore store;

    /**
     * Somebody who is let in again with the one who was erased.
     *
     * @param customer who
     * @param hash of the identity that begins them; null for none
     */
    public record Companion(UUID customer, @Nullable String hash) {}

    /** Shares the state store of the customers. */
    public ErasedStore(KeyValueStore<Bytes, byte[]> customers) {
        this.store = new KeyedStore(customers);
    }

    /** Keeps what an erasure came to. */
    public void keep(ErasingStore.Underway done) {
        String workspace = done.erasing().erasure().workspace();
        UUID root = done.erasing().erasure().root();
        store.put(key(RECEIPT, workspace, root), ErasurePacking.pack(done));
    }

    /** What the erasure of a customer came to; empty when it is not done. */
    public Optional<ErasingStore.Underway> find(String workspace, UUID root) {
        return Optional.ofNullable(store.get(key(RECEIPT, workspace, root)))
                .map(ErasurePacking::underway);
    }

    /** Forgets what an erasure came to. */
    public void forget(String workspace, UUID root) {
        store.delete(key(RECEIPT, workspace, root));
    }

    /**
     * Notes an identity that is suppressed.
     *
     * @param begun the customer that it begins
     */
    public void suppressed(String workspace, UUID root, String hash, UUID begun) {
        store.put(key(HASH, workspace, root).text(hash), Uuids.bytes(begun));
    }

    /** Notes somebody who had become the one who was erased; false when that was noted before. */
    public boolean joined(String workspace, UUID root, UUID part) {
        StoreKey key = key(PART, workspace, root).uuid(part);
        if (store.get(key) != null) {
            return false;
        }
        store.put(key, PRESENT);
        return true;
    }

    /** Whether that was noted. */
    public boolean isPart(String workspace, UUID root, UUID part) {
        return store.get(key(PART, workspace, root).uuid(part)) != null;
    }

    /** Who had become the one who was erased, and they themselves, as many as a receipt names. */
    public SortedSet<UUID> customers(ErasingStore.Underway erased) {
        Erasure erasure = erased.erasing().erasure();
        SortedSet<UUID> customers = new TreeSet<>(erased.erasing().customers());
        store.scan(
                key(PART, erasure.workspace(), erasure.root()),
                (key, _) -> {
                    if (customers.size() >= MAX_NAMED) {
                        return KeyedStore.Go.STOP;
                    }
                    customers.add(third(key).uuid());
                    return KeyedStore.Go.ON;
                });
        return customers;
    }

    /** Takes out some of those who are let in again with the one who was erased. */
    public List<Companion> takeOut(String workspace, UUID root, int atMost) {
        List<Companion> companions = new ArrayList<>();
        List<Bytes> keys = new ArrayList<>();
        store.scan(
                key(HASH, workspace, root),
                (key, begun) -> {
                    keys.add(key);
                    companions.add(new Companion(Uuids.of(begun), third(key).text()));
                    return companions.size() < atMost ? KeyedStore.Go.ON : KeyedStore.Go.STOP;
                });
        if (companions.size() < atMost) {
            store.scan(
                    key(PART, workspace, root),
                    (key, _) -> {
                        keys.add(key);
                        companions.add(new Companion(third(key).uuid(), null));
                        return companions.size() < atMost ? KeyedStore.Go.ON : KeyedStore.Go.STOP;
                    });
        }
        keys.forEach(store::delete);
        return companions;
    }

    private static StoreKeyReader third(Bytes key) {
        StoreKeyReader parts = StoreKeyReader.of(key);
        parts.text();
        parts.uuid();
        return parts;
    }

    private static StoreKey key(char kind, String workspace, UUID customer) {
        return StoreKey.of(kind).text(workspace).uuid(customer);
    }
}
