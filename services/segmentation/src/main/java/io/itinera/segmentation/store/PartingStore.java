package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.people.Parting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Merges that are being undone, and how far each has come. The few there are are in memory too, in
 * the order of their turns.
 */
public final class PartingStore {
    private static final char PARTING = 'p';

    private final KeyedStore store;
    private final Deque<Underway> queue = new ArrayDeque<>();

    /**
     * A parting, and where it goes on.
     *
     * @param parting the parting
     * @param next the next line of the timeline that is divided
     */
    public record Underway(Parting parting, Bytes next) {
        /** One that begins. */
        public static Underway of(Parting parting) {
            return new Underway(parting, TimelineStore.start(parting.side().merge().into()));
        }
    }

    /** Shares its state store with {@link HoldStore}. */
    public PartingStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = new KeyedStore(store);
        this.store.scan(
                StoreKey.of(PARTING),
                (_, packed) -> {
                    queue.addLast(UnionPacking.underway(packed));
                    return KeyedStore.Go.ON;
                });
    }

    /** Whose turn it is; empty when nobody parts. */
    public Optional<Underway> next() {
        return Optional.ofNullable(queue.peekFirst());
    }

    /** The one that a customer, who went on, is being parted by; empty for nearly everyone. */
    public Optional<Underway> of(UUID into) {
        return queue.isEmpty()
                ? Optional.empty()
                : queue.stream()
                        .filter(it -> it.parting().side().merge().into().equals(into))
                        .findFirst();
    }

    /** Keeps where a parting goes on; it has its next turn behind the others. */
    public void keep(Underway underway) {
        forget(underway.parting());
        queue.addLast(underway);
        store.put(key(underway.parting()), UnionPacking.pack(underway));
    }

    /** They are two again. */
    public void finish(Parting parting) {
        forget(parting);
        store.delete(key(parting));
    }

    private void forget(Parting parting) {
        UUID into = parting.side().merge().into();
        queue.removeIf(it -> it.parting().side().merge().into().equals(into));
    }

    private static StoreKey key(Parting parting) {
        return StoreKey.of(PARTING).text(parting.workspace()).uuid(parting.side().merge().into());
    }
}
