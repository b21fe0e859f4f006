package io.itinera.segmentation.domain.attributes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of JSON values: added up as decimals, said as what every store keeps. */
final class Numbers {
    private Numbers() {}

    /** The number that a value is; null when it is none. */
    static @Nullable BigDecimal of(@Nullable Object value) {
        return switch (value) {
            case Double real when !Double.isFinite(real) -> null;
            case Float real when !Float.isFinite(real) -> null;
            case Number number -> new BigDecimal(number.toString());
            case null, default -> null;
        };
    }

    /** A whole number when it is one that fits, else a binary fraction. */
    static Number said(BigDecimal number) {
        BigDecimal whole = number.stripTrailingZeros();
        return whole.scale() <= 0 && whole.precision() - whole.scale() <= 18
                ? (Number) whole.longValueExact()
                : (Number) number.doubleValue();
    }
}
