package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.people.Erasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of somebody who was erased, with them: the receipt, everyone who had become them,
 * and the hashes of their identities with the customer that each begins.
 */
public final class ErasedStore {
    private static final char RECEIPT = 'y';
    private static final char HASH = 'i';
    private static final char PART = 'm';

    /** As the first release wrote both, of whichever erasure it was. */
    private static final char HASH_OF_ANY = 'h';

    private static final char PART_OF_ANY = 'z';
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
    public void suppressed(Erasure erasure, String hash, UUID begun) {
        store.put(key(HASH, erasure).text(hash), Uuids.bytes(begun));
    }

    /** Notes somebody who had become the one who was erased; false when that was noted before. */
    public boolean joined(Erasure erasure, UUID part) {
        if (isPart(erasure, part)) {
            return false;
        }
        store.put(key(PART, erasure).uuid(part), PRESENT);
        return true;
    }

    /** Whether that was noted. */
    public boolean isPart(Erasure erasure, UUID part) {
        StoreKey ofAny = key(PART_OF_ANY, erasure.workspace(), erasure.root()).uuid(part);
        return store.get(key(PART, erasure).uuid(part)) != null || store.get(ofAny) != null;
    }

    /** Who had become the one who was erased, and they themselves, as many as a receipt names. */
    public SortedSet<UUID> customers(ErasingStore.Underway erased) {
        Erasure erasure = erased.erasing().erasure();
        SortedSet<UUID> customers = new TreeSet<>(erased.erasing().customers());
        Map<Bytes, Companion> parts = new LinkedHashMap<>();
        parts(erasure.workspace(), erasure.root(), erasure.id(), MAX_NAMED, parts);
        for (Companion part : parts.values()) {
            if (customers.size() < MAX_NAMED) {
                customers.add(part.customer());
            }
        }
        return customers;
    }

    /** Takes out some of those who are let in again with the one who was erased. */
    public List<Companion> takeOut(String workspace, UUID root, UUID erasure, int atMost) {
        Map<Bytes, Companion> some = new LinkedHashMap<>();
        take(
                key(HASH, workspace, root).uuid(erasure),
                atMost,
                some,
                (key, begun) -> new Companion(Uuids.of(begun), fourth(key).text()));
        take(
                key(HASH_OF_ANY, workspace, root),
                atMost,
                some,
                (key, begun) -> new Companion(Uuids.of(begun), third(key).text()));
        parts(workspace, root, erasure, atMost, some);
        some.keySet().forEach(store::delete);
        return List.copyOf(some.values());
    }

    private void parts(
            String workspace, UUID root, UUID erasure, int atMost, Map<Bytes, Companion> some) {
        take(
                key(PART, workspace, root).uuid(erasure),
                atMost,
                some,
                (key, _) -> new Companion(fourth(key).uuid(), null));
        take(
                key(PART_OF_ANY, workspace, root),
                atMost,
                some,
                (key, _) -> new Companion(third(key).uuid(), null));
    }

    private void take(
            StoreKey prefix,
            int atMost,
            Map<Bytes, Companion> some,
            BiFunction<Bytes, byte[], Companion> companion) {
        if (some.size() >= atMost) {
            return;
        }
        store.scan(
                prefix,
                (key, value) -> {
                    some.put(key, companion.apply(key, value));
                    return some.size() < atMost ? KeyedStore.Go.ON : KeyedStore.Go.STOP;
                });
    }

    private static StoreKeyReader fourth(Bytes key) {
        StoreKeyReader parts = third(key);
        parts.uuid();
        return parts;
    }

    private static StoreKeyReader third(Bytes key) {
        StoreKeyReader parts = StoreKeyReader.of(key);
        parts.text();
        parts.uuid();
        return parts;
    }

    private static StoreKey key(char kind, Erasure erasure) {
        return key(kind, erasure.workspace(), erasure.root()).uuid(erasure.id());
    }

    private static StoreKey key(char kind, String workspace, UUID customer) {
        return StoreKey.of(kind).text(workspace).uuid(customer);
    }
}
