package io.itinera.kit.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a state value: a version byte, then fields, each with its tag. A tag's meaning never
 * changes and a tag that was given up is never used again. What is null, false, zero or empty is
 * not written; a reader starts from the same.
 */
public final class Packer {
    private final Sink sink = new Sink();

    /**
     * A value of this version.
     *
     * @param version from 1 to 127; raised only when an older reader would misread
     */
    public Packer(int version) {
        if (version < 1 || version > 127) {
            throw new IllegalArgumentException("a version is 1 to 127, not " + version);
        }
        sink.octet(version);
    }

    /** A truth value. */
    public Packer bool(int tag, boolean value) {
        return number(tag, value ? 1 : 0);
    }

    /** A whole number; small ones take few bytes, negative ones too. */
    public Packer number(int tag, long value) {
        if (value != 0) {
            sink.tag(tag, Form.VARINT);
            sink.varint(Form.zigzag(value));
        }
        return this;
    }

    /** A number with a fraction. */
    public Packer real(int tag, double value) {
        if (Double.doubleToRawLongBits(value) != 0) {
            sink.tag(tag, Form.FIXED64);
            sink.fixed64(Double.doubleToRawLongBits(value));
        }
        return this;
    }

    /** A text. */
    public Packer text(int tag, @Nullable String value) {
        return value == null || value.isEmpty() ? this : item(tag, value);
    }

    /** Texts, in order, empty ones too. */
    public Packer texts(int tag, Collection<String> values) {
        values.forEach(value -> item(tag, value));
        return this;
    }

    /** Bytes; an empty array is told from none. */
    public Packer bytes(int tag, byte @Nullable [] value) {
        if (value != null) {
            sink.tag(tag, Form.LENGTH);
            sink.block(value, value.length);
        }
        return this;
    }

    /** A moment, to the millisecond. */
    public Packer instant(int tag, @Nullable Instant value) {
        if (value != null) {
            sink.tag(tag, Form.VARINT);
            sink.varint(Form.zigzag(value.toEpochMilli()));
        }
        return this;
    }

    /** A UUID, in 16 bytes. */
    public Packer uuid(int tag, @Nullable UUID value) {
        if (value != null) {
            sink.tag(tag, Form.LENGTH);
            sink.varint(16);
            sink.fixed64(value.getMostSignificantBits());
            sink.fixed64(value.getLeastSignificantBits());
        }
        return this;
    }

    /** A value with fields of its own. */
    public <T> Packer message(int tag, @Nullable T value, BiConsumer<Packer, T> fields) {
        if (value != null) {
            sink.tag(tag, Form.LENGTH);
            int start = sink.beginBlock();
            fields.accept(this, value);
            sink.endBlock(start);
        }
        return this;
    }

    /** Values with fields of their own, in order. */
    public <T> Packer messages(int tag, Collection<T> values, BiConsumer<Packer, T> fields) {
        values.forEach(value -> message(tag, value, fields));
        return this;
    }

    /** A value whose parts stand one behind the other, without tags between. */
    public <T> Packer parts(int tag, T value, BiConsumer<Parts, T> writer) {
        sink.tag(tag, Form.LENGTH);
        int start = sink.beginBlock();
        writer.accept(new Parts(sink), value);
        sink.endBlock(start);
        return this;
    }

    /**
     * A free value as JSON has them: null, text, number, truth value, list or object.
     *
     * @throws IllegalArgumentException when it holds anything else or is too deep
     */
    public Packer value(int tag, @Nullable Object value) {
        if (value != null) {
            sink.tag(tag, Form.LENGTH);
            int start = sink.beginBlock();
            FreeValue.write(sink, value, 0);
            sink.endBlock(start);
        }
        return this;
    }

    /** Fields that the reader did not know, as {@link Unpacker#unknown} gave them. */
    public Packer unknown(byte[] fields) {
        sink.raw(fields, fields.length);
        return this;
    }

    /** The bytes to be stored. */
    public byte[] toBytes() {
        return sink.toBytes();
    }

    private Packer item(int tag, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        sink.tag(tag, Form.LENGTH);
        sink.block(utf8, utf8.length);
        return this;
    }
}
