package io.itinera.kit.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * A key of several parts whose bytes sort as the parts do, so that everything that begins with the
 * same parts stands together. A text ends with the bytes 0 and 1, and a zero inside one is followed
 * by 255: so no text is the beginning of another, and the shorter sorts first.
 */
public final class StoreKey {
    static final int END = 1;
    static final int ESCAPED = 0xFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(48);

    private StoreKey() {}

    /**
     * The beginning of every key of one kind in a store.
     *
     * @param kind a letter, so that several kinds can share a store
     */
    public static StoreKey of(char kind) {
        StoreKey key = new StoreKey();
        key.bytes.write(kind);
        return key;
    }

    /** Then a text. */
    public StoreKey text(String value) {
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            bytes.write(octet);
            if (octet == 0) {
                bytes.write(ESCAPED);
            }
        }
        bytes.write(0);
        bytes.write(END);
        return this;
    }

    /** Then a number; negative ones sort before. */
    public StoreKey number(long value) {
        return raw(value ^ Long.MIN_VALUE);
    }

    /** Then a moment, to the millisecond. */
    public StoreKey instant(Instant value) {
        return number(value.toEpochMilli());
    }

    /** Then a UUID. */
    public StoreKey uuid(UUID value) {
        return raw(value.getMostSignificantBits()).raw(value.getLeastSignificantBits());
    }

    /** The key, or the beginning that many keys share. */
    public Bytes bytes() {
        return Bytes.wrap(bytes.toByteArray());
    }

    private StoreKey raw(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }
}
