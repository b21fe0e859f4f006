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

    /** No character begins with this octet: UTF-8 does not use it. */
    private static final int BEYOND_TEXT = 0xFF;

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
        write(value);
        bytes.write(0);
        bytes.write(END);
        return this;
    }

    private void write(String value) {
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            bytes.write(octet);
            if (octet == 0) {
                bytes.write(ESCAPED);
            }
        }
    }

    /** All keys that go on with a text that begins like this one. */
    public Beginning beginning(String value) {
        StoreKey first = new StoreKey();
        first.bytes.writeBytes(bytes.toByteArray());
        first.write(value);
        StoreKey last = new StoreKey();
        last.bytes.writeBytes(first.bytes.toByteArray());
        last.bytes.write(BEYOND_TEXT);
        return new Beginning(first.bytes(), last.bytes());
    }

    /**
     * All keys that begin alike, the last part being a text that may go on.
     *
     * @param first before all of them
     * @param last behind all of them
     */
    public record Beginning(Bytes first, Bytes last) {}

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
