package io.itinera.collector.dialects;

import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.JsonObjects;
import io.itinera.collector.wire.ObjectBytes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object holds, by name, each value as it was written.
 *
 * @param byName in order; may be changed
 */
public record Members(Map<String, Slice> byName) {
    private static final JsonObjects OBJECTS = new JsonObjects();

    /** Those of an object that was scanned; none when there is no object. */
    public static Members of(@Nullable Slice object) {
        return new Members(OBJECTS.members(object));
    }

    /** The elements of a list that was scanned; none when there is no list. */
    public static List<Slice> elements(@Nullable Slice list) {
        return OBJECTS.elements(list);
    }

    /** A text or number as text; null for all else and for the empty text. */
    public static @Nullable String text(@Nullable Slice value) {
        if (value == null || value.length() == 0) {
            return null;
        }
        byte first = value.byteAt(0);
        if (first == '-' || (first >= '0' && first <= '9')) {
            return value.toString();
        }
        if (first != '"') {
            return null;
        }
        String text = isPlain(value) ? inside(value) : OBJECTS.text(value).orElse("");
        return text.isEmpty() ? null : text;
    }

    private static boolean isPlain(Slice value) {
        for (int at = 1; at < value.length(); at++) {
            if (value.byteAt(at) == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String inside(Slice quoted) {
        return quoted.part(1, quoted.length() - 1).toString();
    }

    /** Without any members, to be filled. */
    public static Members none() {
        return new Members(new LinkedHashMap<>());
    }

    /** The text or number of this name; null when there is none. */
    public @Nullable String text(String name) {
        return text(byName.get(name));
    }

    /** The value of this name, whatever it is; null when there is none. */
    public @Nullable Slice value(String name) {
        return byName.get(name);
    }

    /** The object of this name; null when there is none. */
    public @Nullable Slice object(String name) {
        Slice value = byName.get(name);
        return value != null && value.isObject() ? value : null;
    }

    /** Whether the value of this name is the literal {@code false}. */
    public boolean denies(String name) {
        Slice value = byName.get(name);
        return value != null && value.toString().equals("false");
    }

    /** All but those of these names. */
    public Members without(Collection<String> names) {
        Map<String, Slice> rest = new LinkedHashMap<>(byName);
        rest.keySet().removeAll(names);
        return new Members(rest);
    }

    /** As one object. */
    public Slice written() {
        return ObjectBytes.of(byName);
    }
}
