package io.itinera.kit.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A byte store of a task, by {@link StoreKey}, with scans that close what they open. */
public final class KeyedStore {
    private final KeyValueStore<Bytes, byte[]> store;

    /** The view of this store. */
    public KeyedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** The value of a key; null when there is none. */
    public byte @Nullable [] get(StoreKey key) {
        return store.get(key.bytes());
    }

    /** Sets the value of a key. */
    public void put(StoreKey key, byte[] value) {
        store.put(key.bytes(), value);
    }

    /** Takes a key out. */
    public void delete(StoreKey key) {
        store.delete(key.bytes());
    }

    /** Takes a key out that a scan has shown. */
    public void delete(Bytes key) {
        store.delete(key);
    }

    /** Shows everything that begins with the prefix, in order, until the visitor has enough. */
    public void scan(StoreKey prefix, Visitor visitor) {
        scanFrom(prefix, prefix, visitor);
    }

    /**
     * Shows what begins with the prefix, in order, from a key on.
     *
     * @param from the first key to be shown, itself beginning with the prefix
     */
    public void scanFrom(StoreKey prefix, StoreKey from, Visitor visitor) {
        byte[] start = prefix.bytes().get();
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(from.bytes(), Bytes.increment(prefix.bytes()))) {
            show(entries, start, visitor);
        }
    }

    /** Shows everything that begins with the prefix, last first, until the visitor has enough. */
    public void scanBack(StoreKey prefix, Visitor visitor) {
        byte[] start = prefix.bytes().get();
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.reverseRange(prefix.bytes(), Bytes.increment(prefix.bytes()))) {
            show(entries, start, visitor);
        }
    }

    /**
     * Shows what begins with the prefix, last first, from a key on.
     *
     * @param from the first key to be shown, itself beginning with the prefix
     */
    public void scanBackFrom(StoreKey prefix, StoreKey from, Visitor visitor) {
        byte[] start = prefix.bytes().get();
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.reverseRange(prefix.bytes(), from.bytes())) {
            show(entries, start, visitor);
        }
    }

    /**
     * The first keys that begin with the prefix and then with a moment before another, for whoever
     * does what is due.
     *
     * @param most how many at most
     */
    public List<StoreKeyReader> before(StoreKey prefix, Instant end, int most) {
        List<StoreKeyReader> due = new ArrayList<>();
        scan(
                prefix,
                (key, _) -> {
                    boolean isDue =
                            due.size() < most && StoreKeyReader.of(key).instant().isBefore(end);
                    if (isDue) {
                        due.add(StoreKeyReader.of(key));
                    }
                    return isDue ? Go.ON : Go.STOP;
                });
        return due;
    }

    /** The upper end of a range is part of it, which the end of a prefix must not be. */
    private static void show(
            KeyValueIterator<Bytes, byte[]> entries, byte[] prefix, Visitor visitor) {
        while (entries.hasNext()) {
            KeyValue<Bytes, byte[]> entry = entries.next();
            if (beginsWith(entry.key.get(), prefix)
                    && visitor.visit(entry.key, entry.value) == Go.STOP) {
                return;
            }
        }
    }

    private static boolean beginsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length
                && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** Whether a scan goes on. */
    public enum Go {
        ON,
        STOP
    }

    /** Is shown one entry after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Looks at an entry; it may change the store, which this scan need not see. */
        Go visit(Bytes key, byte[] value);
    }
}
