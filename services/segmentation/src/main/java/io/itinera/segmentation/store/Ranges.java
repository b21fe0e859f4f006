package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** The ends of ranges over keys that begin alike. */
final class Ranges {
    /** Longer than any part that starts a key's rest; texts have no such octet at all. */
    private static final int PART = 24;

    private Ranges() {}

    /** A key behind all keys that begin with this one: what follows it is never all ones. */
    static Bytes last(StoreKey prefix) {
        byte[] start = prefix.bytes().get();
        byte[] last = Arrays.copyOf(start, start.length + PART);
        Arrays.fill(last, start.length, last.length, (byte) 0xff);
        return Bytes.wrap(last);
    }
}
