package io.itinera.kit.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Takes a {@link StoreKey} apart again, part by part in the same order. */
public final class StoreKeyReader {
    private final byte[] octets;
    private int at = 1;

    private StoreKeyReader(byte[] octets) {
        this.octets = octets;
    }

    /** A reader of this key, behind its kind. */
    public static StoreKeyReader of(Bytes key) {
        return new StoreKeyReader(key.get());
    }

    /** The next part, a text. */
    public String text() {
        int from = at;
        int to = from;
        while (octets[to] != 0) {
            to++;
        }
        if (octets[to + 1] != StoreKey.END) {
            return textWithZeros();
        }
        at = to + 2;
        return new String(octets, from, to - from, StandardCharsets.UTF_8);
    }

    private String textWithZeros() {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        for (byte octet = octets[at++]; octet != 0 || !ends(); octet = octets[at++]) {
            utf8.write(octet);
        }
        return utf8.toString(StandardCharsets.UTF_8);
    }

    /** What stands behind a zero: the end, or that the zero is part of the text. */
    private boolean ends() {
        return octets[at++] == StoreKey.END;
    }

    /** The next part, a number. */
    public long number() {
        return raw() ^ Long.MIN_VALUE;
    }

    /** The next part, a moment. */
    public Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    /** The next part, a UUID. */
    public UUID uuid() {
        return new UUID(raw(), raw());
    }

    private long raw() {
        long value = ByteBuffer.wrap(octets).getLong(at);
        at += Long.BYTES;
        return value;
    }
}
