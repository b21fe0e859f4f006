package io.itinera.conditions;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as Java has them after parsing: how one is found, and how two compare. */
final class Values {
    private Values() {}

    /** The value under a name; a dot steps into an object, unless the whole name is there. */
    static @Nullable Object at(Map<String, Object> map, String name) {
        Object whole = map.get(name);
        if (whole != null) {
            return whole;
        }
        int dot = name.indexOf('.');
        if (dot < 0 || !(map.get(name.substring(0, dot)) instanceof Map<?, ?> inner)) {
            return null;
        }
        @SuppressWarnings("unchecked") // a JSON object has texts for keys
        Map<String, Object> object = (Map<String, Object>) inner;
        return at(object, name.substring(dot + 1));
    }

    static String firstStep(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return comparesTo(a, b, 0);
        }
        return left.equals(right);
    }

    /**
     * Whether {@code left} compares to {@code right} with this sign; never for what is not a
     * number.
     */
    static boolean comparesTo(Number left, Number right, int sign) {
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue()) == sign;
        }
        if (!isFinite(left) || !isFinite(right)) {
            return false;
        }
        return Integer.signum(decimal(left).compareTo(decimal(right))) == sign;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short;
    }

    static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float)
                || Double.isFinite(number.doubleValue());
    }

    static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case Integer whole -> BigDecimal.valueOf(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            default -> new BigDecimal(number.toString());
        };
    }
}
