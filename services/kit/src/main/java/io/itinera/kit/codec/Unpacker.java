package io.itinera.kit.codec;

import io.itinera.kit.records.Unreadable;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link Packer} wrote, field by field:
 *
 * <pre>{@code
 * while (in.next()) {
 *     switch (in.tag()) {
 *         case 1 -> id = in.uuid();
 *         case 2 -> names.add(in.text());
 *         default -> in.keep();
 *     }
 * }
 * }</pre>
 *
 * Everything that reads throws {@link Unreadable} when the bytes are not what the field should be.
 */
public final class Unpacker {
    private final Spring spring;
    private final int version;
    private @Nullable ByteArrayOutputStream unknown;
    private int tag;
    private int form;
    private int fieldStart;

    private Unpacker(Spring spring, int version) {
        this.spring = spring;
        this.version = version;
    }

    /** A reader of stored bytes. */
    public static Unpacker of(byte[] bytes) {
        Spring spring = new Spring(bytes, 0, bytes.length);
        return new Unpacker(spring, spring.octet());
    }

    /** The version that the bytes were written with. */
    public int version() {
        return version;
    }

    /** Goes to the next field; false when there is none. Every field is read or kept. */
    public boolean next() {
        if (spring.isDry()) {
            return false;
        }
        fieldStart = spring.position();
        long head = spring.varint();
        tag = (int) (head >>> Form.BITS);
        form = (int) (head & Form.MASK);
        return true;
    }

    /** The field's tag. */
    public int tag() {
        return tag;
    }

    /** A truth value. */
    public boolean bool() {
        return number() != 0;
    }

    /** A whole number. */
    public long number() {
        expect(Form.VARINT);
        return Form.unzigzag(spring.varint());
    }

    /** A number with a fraction. */
    public double real() {
        expect(Form.FIXED64);
        return Double.longBitsToDouble(spring.fixed64());
    }

    /** A text. */
    public String text() {
        expect(Form.LENGTH);
        return spring.text();
    }

    /** Bytes. */
    public byte[] bytes() {
        expect(Form.LENGTH);
        return spring.block().rest();
    }

    /** A moment. */
    public Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    /** A UUID. */
    public UUID uuid() {
        expect(Form.LENGTH);
        Spring block = spring.block();
        UUID uuid = new UUID(block.fixed64(), block.fixed64());
        if (!block.isDry()) {
            throw Spring.corrupt("field " + tag + " is longer than a UUID");
        }
        return uuid;
    }

    /** A value with fields of its own. */
    public <T> T message(Function<Unpacker, T> fields) {
        expect(Form.LENGTH);
        return fields.apply(new Unpacker(spring.block(), version));
    }

    /** A value whose parts stand one behind the other, without tags between. */
    public void parts(Consumer<PartsReader> reader) {
        expect(Form.LENGTH);
        reader.accept(new PartsReader(spring.block()));
    }

    /** A free value as JSON has them. */
    public @Nullable Object value() {
        expect(Form.LENGTH);
        Spring block = spring.block();
        Object value = FreeValue.read(block, 0);
        if (!block.isDry()) {
            throw Spring.corrupt("field " + tag + " has more than its value");
        }
        return value;
    }

    /** A free value that is an object. */
    @SuppressWarnings("unchecked") // FreeValue makes objects with text names and nothing else
    public Map<String, Object> object() {
        if (value() instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw Spring.corrupt("field " + tag + " is no object");
    }

    /** Keeps the field as it is: a later release wrote it. */
    public void keep() {
        switch (form) {
            case Form.VARINT -> spring.varint();
            case Form.FIXED64 -> spring.skip(Long.BYTES);
            case Form.LENGTH -> spring.block();
            default -> throw Spring.corrupt("field " + tag + " has no known form");
        }
        if (unknown == null) {
            unknown = new ByteArrayOutputStream();
        }
        unknown.writeBytes(spring.since(fieldStart));
    }

    /** All that was kept, for {@link Packer#unknown}. */
    public byte[] unknown() {
        return unknown == null ? new byte[0] : unknown.toByteArray();
    }

    private void expect(int expected) {
        if (form != expected) {
            throw Spring.corrupt("field " + tag + " has another form than its kind has");
        }
    }
}
