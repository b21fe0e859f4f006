package io.itinera.segmentation.store;

import io.itinera.segmentation.domain.identity.Fingerprint;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which ids were seen in the last seven days, so that each has its effect once. */
public final class SeenStore {
    /** For how long an id is remembered. */
    public static final Duration MEMORY = Duration.ofDays(7);

    /** The least that one sweep looks at. */
    static final int MIN_SWEEP = 200;

    private final KeyValueStore<Bytes, byte[]> store;
    private Bytes cursor = Bytes.wrap(new byte[0]);
    private int added;

    public SeenStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Notes an id; false when it was noted before. */
    public boolean isFirst(String workspace, String id, Instant at) {
        Bytes key = Bytes.wrap(Fingerprint.of(workspace, id));
        byte[] seen = store.get(key);
        if (seen != null && !isForgotten(seen, at)) {
            return false;
        }
        store.put(key, ByteBuffer.allocate(8).putLong(at.toEpochMilli()).array());
        added++;
        return true;
    }

    /**
     * Forgets some of what is too old, from where the last sweep ended. It looks at twice as many
     * as came since then, so that a whole round takes half of the memory's length at most.
     */
    public void sweep(Instant now) {
        int left = Math.max(MIN_SWEEP, 2 * added);
        added = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(cursor, null)) {
            while (entries.hasNext() && left > 0) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (isForgotten(entry.value, now)) {
                    store.delete(entry.key);
                }
                cursor = entry.key;
                left--;
            }
            if (!entries.hasNext()) {
                cursor = Bytes.wrap(new byte[0]);
            }
        }
    }

    private static boolean isForgotten(byte[] seen, Instant now) {
        Instant at = Instant.ofEpochMilli(ByteBuffer.wrap(seen).getLong());
        return at.plus(MEMORY).isBefore(now);
    }
}
