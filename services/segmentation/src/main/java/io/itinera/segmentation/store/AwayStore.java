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
 * several who shared it may be erased, or one more than once, and each erasure may be lifted.
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
        boolean isFirst = other(workspace, begun, null).isEmpty();
        store.put(key(workspace, begun, person), Uuids.bytes(person.erasure()));
        return isFirst;
    }

    /**
     * The person is let in again; whether nobody is left for whom the name is kept away. Another
     * erasure of the same person stands.
     */
    public boolean letGo(String workspace, UUID begun, Resident.Erased person) {
        store.delete(key(workspace, begun, person));
        StoreKey ofAny = key(workspace, begun).uuid(person.root());
        byte[] erasure = store.get(ofAny);
        if (erasure != null && Uuids.of(erasure).equals(person.erasure())) {
            store.delete(ofAny);
        }
        return other(workspace, begun, null).isEmpty();
    }

    /**
     * One of the erased people who have it.
     *
     * @param person who is passed over, as that erasure has them; null for nobody
     */
    public Optional<Resident.Erased> other(
            String workspace, UUID begun, Resident.@Nullable Erased person) {
        Resident.Erased[] first = new Resident.Erased[1];
        store.scan(
                key(workspace, begun),
                (key, erasure) -> {
                    StoreKeyReader parts = StoreKeyReader.of(key);
                    parts.text();
                    parts.uuid();
                    Resident.Erased found = new Resident.Erased(Uuids.of(erasure), parts.uuid());
                    if (found.equals(person)) {
                        return KeyedStore.Go.ON;
                    }
                    first[0] = found;
                    return KeyedStore.Go.STOP;
                });
        return Optional.ofNullable(first[0]);
    }

    /** The first release wrote one of each person, and which erasure it was beside it alone. */
    private static StoreKey key(String workspace, UUID begun, Resident.Erased person) {
        return key(workspace, begun).uuid(person.root()).uuid(person.erasure());
    }

    private static StoreKey key(String workspace, UUID begun) {
        return StoreKey.of(AWAY).text(workspace).uuid(begun);
    }
}
