package io.itinera.collector.wire;

import io.itinera.collector.domain.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object that no client wrote as such, once, into bytes of its own. Half of a
 * surrogate pair is escaped, so that whoever judges the event finds it.
 */
public final class ObjectBytes {
    private static final int USUAL_BYTES = 256;
    private static final int MAX_NUMBER_LENGTH = 30;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]{1,2})?");
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] out = new byte[USUAL_BYTES];
    private int size;

    /** Begins an object. */
    public ObjectBytes() {
        put('{');
    }

    /** An object of members that stand elsewhere. */
    public static Slice of(Map<String, Slice> members) {
        ObjectBytes object = new ObjectBytes();
        members.forEach(object::value);
        return object.done();
    }

    /** A text as JSON. */
    public static Slice text(String text) {
        ObjectBytes alone = new ObjectBytes();
        alone.size = 0;
        alone.quote(text);
        return alone.slice();
    }

    /** A number as JSON when the text is one, else the text. */
    public static Slice number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
            return text(text);
        }
        ObjectBytes alone = new ObjectBytes();
        alone.size = 0;
        text.chars().forEach(alone::put);
        return alone.slice();
    }

    /** Adds a text; nothing when there is none. */
    public ObjectBytes text(String name, @Nullable String text) {
        if (text != null) {
            name(name);
            quote(text);
        }
        return this;
    }

    /** Adds a value as it was written; nothing when there is none. */
    public ObjectBytes value(String name, @Nullable Slice value) {
        if (value != null) {
            name(name);
            raw(value);
        }
        return this;
    }

    /** Adds a list of values as they were written. */
    public ObjectBytes list(String name, List<Slice> values) {
        name(name);
        put('[');
        for (Slice value : values) {
            if (out[size - 1] != '[') {
                put(',');
            }
            raw(value);
        }
        put(']');
        return this;
    }

    /** The object; nothing may be added to it any more. */
    public Slice done() {
        put('}');
        return slice();
    }

    /** The same; null when nothing was added. */
    public @Nullable Slice doneUnlessEmpty() {
        return size == 1 ? null : done();
    }

    private Slice slice() {
        return new Slice(out, 0, size);
    }

    private void name(String name) {
        if (size > 1) {
            put(',');
        }
        quote(name);
        put(':');
    }

    private void raw(Slice value) {
        value.giveTo(
                (bytes, offset, length) -> {
                    room(length);
                    System.arraycopy(bytes, offset, out, size, length);
                    size += length;
                });
    }

    private void quote(String text) {
        put('"');
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean isPair =
                    at + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(at + 1));
            if (isPair) {
                encode(text.codePointAt(at++));
            } else if (unit == '"' || unit == '\\') {
                put('\\');
                put(unit);
            } else if (unit < ' ' || Character.isSurrogate(unit)) {
                escape(unit);
            } else {
                encode(unit);
            }
        }
        put('"');
    }

    private void escape(char unit) {
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX[unit >> shift & 0xf]);
        }
    }

    private void encode(int point) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | (point >> 6));
            put(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            put(0xe0 | (point >> 12));
            put(0x80 | (point >> 6 & 0x3f));
            put(0x80 | (point & 0x3f));
        } else {
            put(0xf0 | (point >> 18));
            put(0x80 | (point >> 12 & 0x3f));
            put(0x80 | (point >> 6 & 0x3f));
            put(0x80 | (point & 0x3f));
        }
    }

    private void put(int b) {
        room(1);
        out[size++] = (byte) b;
    }

    private void room(int bytes) {
        if (out.length - size < bytes) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + bytes));
        }
    }
}
