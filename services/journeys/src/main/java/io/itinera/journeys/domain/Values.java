package io.itinera.journeys.domain;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Property values as texts that tell runs and items apart. */
final class Values {
    private Values() {}

    /** Equal values have equal texts; null for an absent value and for objects and lists. */
    static @Nullable String text(Map<String, Object> properties, String name) {
        return switch (properties.get(name)) {
            case String text -> text;
            case Number number -> number(number);
            case Boolean truth -> truth.toString();
            case null, default -> null;
        };
    }

    private static String number(Number number) {
        boolean decimal = number instanceof Double || number instanceof Float;
        if (decimal && !Double.isFinite(number.doubleValue())) {
            return number.toString();
        }
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    /** About how many characters a JSON value has. */
    static long weight(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length() + 2L;
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .mapToLong(each -> weight(each.getKey()) + weight(each.getValue()))
                            .sum();
            case Iterable<?> list -> {
                long sum = 2;
                for (Object each : list) {
                    sum += weight(each);
                }
                yield sum;
            }
            case null, default -> 8;
        };
    }
}
