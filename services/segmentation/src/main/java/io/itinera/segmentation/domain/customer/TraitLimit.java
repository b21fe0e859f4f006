package io.itinera.segmentation.domain.customer;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a customer small enough to travel with every activity. A trait that would
 * make it too large is not taken, and the customer keeps what they had.
 */
public final class TraitLimit {
    /** How large all traits of a customer may be, in characters of JSON, near enough. */
    static final int MAX_SIZE = 12 * 1024;

    /** What a number, a truth value or null counts for. */
    private static final int SCALAR = 8;

    private TraitLimit() {}

    static boolean admits(
            Map<String, Stamped<Object>> traits, String name, @Nullable Object value) {
        return admits(MAX_SIZE, traits, name, value);
    }

    /** Whether all traits are no larger than that with one more. */
    public static boolean admits(
            int maxSize, Map<String, Stamped<Object>> traits, String name, @Nullable Object value) {
        int size = size(name) + size(value);
        if (size > maxSize) {
            return false;
        }
        for (Map.Entry<String, Stamped<Object>> trait : traits.entrySet()) {
            if (!trait.getKey().equals(name)) {
                size += size(trait.getKey()) + size(trait.getValue().value());
            }
        }
        return size <= maxSize;
    }

    static int size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length() + 4;
            case Map<?, ?> map ->
                    map.entrySet().stream()
                                    .mapToInt(
                                            member ->
                                                    size(member.getKey()) + size(member.getValue()))
                                    .sum()
                            + 2;
            case Collection<?> list -> list.stream().mapToInt(TraitLimit::size).sum() + 2;
            case null, default -> SCALAR;
        };
    }
}
