package io.itinera.kit.tenancy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found out lately and holds until some moment: no more than so many, of which the oldest
 * make room. Any thread may ask.
 */
final class Lately<K, V> {
    private final int most;
    private final SequencedMap<K, Known<V>> known = new LinkedHashMap<>();

    Lately(int most) {
        this.most = most;
    }

    private record Known<V>(V value, Instant until) {}

    /** What still holds of this key; null when that is to be found out. */
    synchronized @Nullable V find(K key, Instant now) {
        Known<V> found = known.get(key);
        return found == null || !now.isBefore(found.until) ? null : found.value;
    }

    /** From now on this holds, until that moment. */
    synchronized void put(K key, V value, Instant until) {
        known.remove(key);
        if (known.size() >= most) {
            known.pollFirstEntry();
        }
        known.put(key, new Known<>(value, until));
    }
}
