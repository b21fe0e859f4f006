package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.customer.Resident;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which erased people have the name that begins a customer. While there is one, it is not taken;
 * several who shared it may be erased, and each may be let in again.
 */
public final class AwayStore {
    private static final char AWAY = 'k';

    private final KeyedStore store;

    /** Shares the state store of the customers. */
    public AwayStore(KeyValueStore<Bytes, byte[]> customers) {
        this.store = new KeyedStore(customers);
    }

    /** The name is an erased person's; whether it is nobody else's who was erased. */
    public boolean keep(String workspace, UUID begun, Resident.Erased person) {
        boolean isFirst = any(workspace, begun).isEmpty();
        store.put(key(workspace, begun).uuid(person.root()), Uuids.bytes(person.erasure()));
        return isFirst;
    }

    /**
     * The person is let in again; whether nobody is left for whom the name is kept away. A younger
     * erasure of the same person stands.
     */
    public boolean letGo(String workspace, UUID begun, Resident.Erased person) {
        StoreKey key = key(workspace, begun).uuid(person.root());
        byte[] erasure = store.get(key);
        if (erasure != null && Uuids.of(erasure).equals(person.erasure())) {
            store.delete(key);
        }
        return any(workspace, begun).isEmpty();
    }

    /** One of the erased people who have it, other than this one. */
    public Optional<Resident.Erased> other(String workspace, UUID begun, UUID root) {
        return first(workspace, begun, root);
    }

    private Optional<Resident.Erased> any(String workspace, UUID begun) {
        return first(workspace, begun, null);
    }

    private Optional<Resident.Erased> first(String workspace, UUID begun, @Nullable UUID but) {
        Resident.Erased[] first = new Resident.Erased[1];
        store.scan(
                key(workspace, begun),
                (key, erasure) -> {
                    StoreKeyReader parts = StoreKeyReader.of(key);
                    parts.text();
                    parts.uuid();
                    UUID root = parts.uuid();
                    if (root.equals(but)) {
                        return KeyedStore.Go.ON;
                    }
                    first[0] = new Resident.Erased(Uuids.of(erasure), root);
                    return KeyedStore.Go.STOP;
                });
        return Optional.ofNullable(first[0]);
    }

    private static StoreKey key(String workspace, UUID begun) {
        return StoreKey.of(AWAY).text(workspace).uuid(begun);
    }
}
