package io.itinera.conditions;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A number that values make, one after the other. Exact: decimals, not binary fractions. */
sealed interface Tally {

    /** Takes a value in, if it is one that counts. */
    void take(@Nullable Object value);

    /** The number so far; null without any value. */
    @Nullable Number number();

    /** The number that a value is; null when it is none. */
    private static @Nullable BigDecimal finite(@Nullable Object value) {
        return value instanceof Number number && Values.isFinite(number)
                ? Values.decimal(number)
                : null;
    }

    /** Two at a time. */
    final class Folded implements Tally {
        private final BinaryOperator<BigDecimal> fold;
        private @Nullable BigDecimal result;

        Folded(BinaryOperator<BigDecimal> fold) {
            this.fold = fold;
        }

        @Override
        public void take(@Nullable Object value) {
            BigDecimal number = finite(value);
            if (number != null) {
                result = result == null ? number : fold.apply(result, number);
            }
        }

        @Override
        public @Nullable Number number() {
            return result;
        }
    }

    /** How many are different. */
    final class Distinct implements Tally {
        private final Set<Object> seen = new HashSet<>();

        @Override
        public void take(@Nullable Object value) {
            switch (value) {
                case String text -> seen.add(text);
                case Boolean truth -> seen.add(truth);
                case Number number when Values.isFinite(number) ->
                        seen.add(Values.decimal(number).stripTrailingZeros());
                case null, default -> {}
            }
        }

        @Override
        public @Nullable Number number() {
            return seen.isEmpty() ? null : seen.size();
        }
    }
}
