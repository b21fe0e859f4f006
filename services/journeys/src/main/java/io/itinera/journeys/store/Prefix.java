package io.itinera.journeys.store;

import org.apache.kafka.common.utils.Bytes;

/** Ranges of all keys that begin alike. */
final class Prefix {
    private Prefix() {}

    /** A bound above every key that begins with this one; our keys are UTF-8, which has no 0xFF. */
    static Bytes end(Bytes prefix) {
        byte[] end = new byte[prefix.get().length + 1];
        System.arraycopy(prefix.get(), 0, end, 0, prefix.get().length);
        end[end.length - 1] = (byte) 0xFF;
        return Bytes.wrap(end);
    }
}
