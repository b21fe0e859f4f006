package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.people.Erasing;
import io.itinera.segmentation.domain.people.Erasure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Erasures whose receipt is not written yet, and how far each has come. The few there are are in
 * memory too, in the order of their turns.
 */
public final class ErasingStore {
    private static final char ERASING = 'e';

    private final KeyedStore store;
    private final Map<Bytes, Underway> queue = new LinkedHashMap<>();

    /**
     * An erasure, and where it goes on.
     *
     * @param erasing the erasure
     * @param next the next line of the timeline that is taken out; null when none is left
     * @param doneAt when it was done; null before that
     * @param cleanBy by when files are clean; null before it is done
     */
    public record Underway(
            Erasing erasing,
            @Nullable Bytes next,
            @Nullable Instant doneAt,
            @Nullable Instant cleanBy) {

        /** One that begins with the first line of the timeline. */
        public static Underway of(Erasing erasing) {
            return new Underway(erasing, TimelineStore.start(erasing.erasure().root()), null, null);
        }

        /** The same, having come so far. */
        public Underway with(Erasing changed) {
            return new Underway(changed, next, doneAt, cleanBy);
        }

        /** Where the timeline goes on. */
        public Bytes start() {
            return Objects.requireNonNull(next);
        }

        /** The same when it is done. */
        public Underway done(Instant at, Instant filesCleanBy) {
            return new Underway(erasing, null, at, filesCleanBy);
        }

        /** Whether nothing is left to be done. */
        public boolean isDone() {
            return next == null && erasing.isAnswered();
        }
    }

    /** Shares its state store with {@link HoldStore}. */
    public ErasingStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = new KeyedStore(store);
        this.store.scan(
                StoreKey.of(ERASING),
                (key, packed) -> {
                    queue.put(key, ErasurePacking.underway(packed));
                    return KeyedStore.Go.ON;
                });
    }

    /** Whose turn it is; empty when of nobody a timeline is left. */
    public Optional<Underway> next() {
        return queue.values().stream().filter(it -> it.next() != null).findFirst();
    }

    /** The one that is underway for a customer; empty for nearly everyone. */
    public Optional<Underway> of(String workspace, UUID root) {
        return queue.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(queue.get(key(workspace, root).bytes()));
    }

    /** Keeps how far an erasure has come; it has its next turn behind the others. */
    public void keep(Underway underway) {
        StoreKey key = key(underway);
        queue.remove(key.bytes());
        queue.put(key.bytes(), underway);
        store.put(key, ErasurePacking.pack(underway));
    }

    /** Nothing is left to be done. */
    public void finish(Underway underway) {
        StoreKey key = key(underway);
        queue.remove(key.bytes());
        store.delete(key);
    }

    private static StoreKey key(Underway underway) {
        Erasure erasure = underway.erasing().erasure();
        return key(erasure.workspace(), erasure.root());
    }

    private static StoreKey key(String workspace, UUID root) {
        return StoreKey.of(ERASING).text(workspace).uuid(root);
    }
}
