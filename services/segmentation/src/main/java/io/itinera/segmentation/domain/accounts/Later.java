package io.itinera.segmentation.domain.accounts;

import io.itinera.segmentation.domain.customer.Stamped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of two values was said later. Members of an account live apart, and what they say at one
 * moment comes in any order: then the value itself decides, so that everyone decides the same.
 */
final class Later {
    private static final Comparator<Stamped<Object>> ORDER =
            Comparator.<Stamped<Object>, Instant>comparing(Stamped::at)
                    .thenComparing(said -> text(said.value()))
                    .thenComparing(Stamped::by, Comparator.nullsFirst(Comparator.naturalOrder()));

    private Later() {}

    static boolean than(Stamped<Object> said, @Nullable Stamped<Object> known) {
        return known == null || ORDER.compare(said, known) > 0;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(ordered(value));
    }

    private static @Nullable Object ordered(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> ordered = new TreeMap<>();
                map.forEach((name, each) -> ordered.put(String.valueOf(name), text(each)));
                yield ordered;
            }
            case Collection<?> list -> list.stream().map(Later::text).toList();
            case null, default -> value;
        };
    }
}
