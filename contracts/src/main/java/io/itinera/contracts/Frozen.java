package io.itinera.contracts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps and lists at the border of a record: absent becomes empty, and nobody changes them
 * afterwards. JSON's null values stay, which is why {@code Map.copyOf} does not serve; the map
 * itself is wrapped, not copied, so whoever hands one over lets go of it.
 */
public final class Frozen {
    private Frozen() {}

    /** An unmodifiable view of a JSON object; empty when it is absent. */
    public static Map<String, Object> map(@Nullable Map<String, Object> map) {
        return map == null || map.isEmpty() ? Map.of() : Collections.unmodifiableMap(map);
    }

    /** An unmodifiable view of an object whose values are texts; empty when it is absent. */
    public static Map<String, String> texts(@Nullable Map<String, String> map) {
        return map == null || map.isEmpty() ? Map.of() : Collections.unmodifiableMap(map);
    }

    /** A copy of a list; empty when it is absent. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
