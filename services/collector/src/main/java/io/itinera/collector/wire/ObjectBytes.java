package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.itinera.collector.domain.Slice;
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

    private final JsonBytes out = new JsonBytes(USUAL_BYTES);
    private int members;

    /** Begins an object. */
    public ObjectBytes() {
        out.put('{');
    }

    /** An object of members that stand elsewhere. */
    public static Slice of(Map<String, Slice> members) {
        ObjectBytes object = new ObjectBytes();
        members.forEach(object::value);
        return object.done();
    }

    /** A text as JSON. */
    public static Slice text(String text) {
        return slice(new JsonBytes(USUAL_BYTES).text(text));
    }

    /** A number as JSON when the text is one, else the text. */
    public static Slice number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
            return text(text);
        }
        return slice(new JsonBytes(USUAL_BYTES).raw(text.getBytes(US_ASCII)));
    }

    /** Adds a text; nothing when there is none. */
    public ObjectBytes text(String name, @Nullable String text) {
        if (text != null) {
            name(name);
            out.text(text);
        }
        return this;
    }

    /** Adds a value as it was written; nothing when there is none. */
    public ObjectBytes value(String name, @Nullable Slice value) {
        if (value != null) {
            name(name);
            out.raw(value);
        }
        return this;
    }

    /** Adds a list of values as they were written. */
    public ObjectBytes list(String name, List<Slice> values) {
        name(name);
        out.put('[');
        boolean isFirst = true;
        for (Slice value : values) {
            if (!isFirst) {
                out.put(',');
            }
            out.raw(value);
            isFirst = false;
        }
        out.put(']');
        return this;
    }

    /** The object; nothing may be added to it any more. */
    public Slice done() {
        return slice(out.put('}'));
    }

    /** The same; null when nothing was added. */
    public @Nullable Slice doneUnlessEmpty() {
        return members == 0 ? null : done();
    }

    private void name(String name) {
        if (members++ > 0) {
            out.put(',');
        }
        out.text(name).put(':');
    }

    private static Slice slice(JsonBytes json) {
        byte[] bytes = json.copy();
        return new Slice(bytes, 0, bytes.length);
    }
}
