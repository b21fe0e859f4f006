package io.itinera.kit.codec;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Writes what stands one behind the other in a field, without tags between: for what there is a lot
 * of in one value, and whose form is told by its first octet. {@link PartsReader} reads it back in
 * the same order.
 */
public final class Parts {
    private final Sink sink;

    Parts(Sink sink) {
        this.sink = sink;
    }

    /** A number from 0 to 255. */
    public Parts octet(int value) {
        sink.octet(value);
        return this;
    }

    /** A whole number; small ones take few bytes, negative ones too. */
    public Parts number(long value) {
        sink.varint(Form.zigzag(value));
        return this;
    }

    /** A UUID, in 16 bytes. */
    public Parts uuid(UUID value) {
        sink.fixed64(value.getMostSignificantBits());
        sink.fixed64(value.getLeastSignificantBits());
        return this;
    }

    /** A text. */
    public Parts text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        sink.block(utf8, utf8.length);
        return this;
    }
}
