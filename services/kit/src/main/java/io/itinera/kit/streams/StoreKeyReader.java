package io.itinera.kit.streams;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Takes a {@link StoreKey} apart again, part by part in the same order. */
public final class StoreKeyReader {
    private final ByteBuffer bytes;

    private StoreKeyReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A reader of this key, behind its kind. */
    public static StoreKeyReader of(Bytes key) {
        return new StoreKeyReader(ByteBuffer.wrap(key.get()).position(1));
    }

    /** The next part, a text. */
    public String text() {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        for (byte octet = bytes.get(); octet != 0 || !ends(); octet = bytes.get()) {
            utf8.write(octet);
        }
        return utf8.toString(StandardCharsets.UTF_8);
    }

    /** The next part, a number. */
    public long number() {
        return bytes.getLong() ^ Long.MIN_VALUE;
    }

    /** The next part, a moment. */
    public Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    /** The next part, a UUID. */
    public UUID uuid() {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** What stands behind a zero: the end, or that the zero is part of the text. */
    private boolean ends() {
        return bytes.get() == StoreKey.END;
    }
}
