package io.itinera.kit.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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

    private static final int ROOM = 96;

    private byte[] octets = new byte[ROOM];
    private int length;

    private StoreKey() {}

    /**
     * The beginning of every key of one kind in a store.
     *
     * @param kind a letter, so that several kinds can share a store
     */
    public static StoreKey of(char kind) {
        StoreKey key = new StoreKey();
        key.octet(kind);
        return key;
    }

    /** Then a text. */
    public StoreKey text(String value) {
        write(value);
        octet(0);
        octet(END);
        return this;
    }

    private void write(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(2 * utf8.length);
        for (byte octet : utf8) {
            octets[length++] = octet;
            if (octet == 0) {
                octets[length++] = (byte) ESCAPED;
            }
        }
    }

    /** All keys that go on with a text that begins like this one. */
    public Beginning beginning(String value) {
        StoreKey first = copy();
        first.write(value);
        StoreKey last = first.copy();
        last.octet(BEYOND_TEXT);
        return new Beginning(first.bytes(), last.bytes());
    }

    private StoreKey copy() {
        StoreKey copy = new StoreKey();
        copy.octets = octets.clone();
        copy.length = length;
        return copy;
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
        return Bytes.wrap(Arrays.copyOf(octets, length));
    }

    private void octet(int value) {
        room(1);
        octets[length++] = (byte) value;
    }

    private StoreKey raw(long value) {
        room(Long.BYTES);
        ByteBuffer.wrap(octets).putLong(length, value);
        length += Long.BYTES;
        return this;
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
        }
    }
}
