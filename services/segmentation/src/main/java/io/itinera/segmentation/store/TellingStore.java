package io.itinera.segmentation.store;

import io.itinera.kit.ids.Ids;
import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.accounts.Telling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Accounts whose members are being asked again, and how far each has come. The few there are are in
 * memory too, in the order of their turns.
 */
public final class TellingStore {
    private static final char TELLING = 'v';

    private final KeyedStore store;
    private final Map<Which, Telling> queue = new LinkedHashMap<>();

    private record Which(String workspace, String account) {
        static Which of(Telling telling) {
            return new Which(telling.workspace(), telling.account());
        }
    }

    /** Shares its state store with {@link HoldStore}. */
    public TellingStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = new KeyedStore(store);
        this.store.scan(
                StoreKey.of(TELLING),
                (_, packed) -> {
                    Telling telling = AccountPacking.telling(packed);
                    queue.put(Which.of(telling), telling);
                    return KeyedStore.Go.ON;
                });
    }

    /** Whose turn it is; empty when nothing is told. */
    public Optional<Telling> next() {
        return queue.values().stream().findFirst();
    }

    /** How many are underway. */
    public int size() {
        return queue.size();
    }

    /** The one of an account; empty for nearly all. */
    public Optional<Telling> of(String workspace, String account) {
        return Optional.ofNullable(queue.get(new Which(workspace, account)));
    }

    /** Keeps how far it has come; it has its next turn behind the others. */
    public void keep(Telling telling) {
        queue.remove(Which.of(telling));
        queue.put(Which.of(telling), telling);
        store.put(key(telling), AccountPacking.pack(telling));
    }

    /** Everyone was asked. */
    public void finish(Telling telling) {
        if (queue.remove(Which.of(telling)) != null) {
            store.delete(key(telling));
        }
    }

    private static StoreKey key(Telling telling) {
        return StoreKey.of(TELLING)
                .text(telling.workspace())
                .uuid(Ids.account(telling.workspace(), telling.account()));
    }
}
