package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Aggregate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A number that values make, one after the other. Exact: decimals, not binary fractions. */
sealed interface Tally {

    static Tally of(Aggregate.Of of) {
        return switch (of) {
            case sum -> new Sum();
            case average -> new Average();
            case minimum -> new Folded(BigDecimal::min);
            case maximum -> new Folded(BigDecimal::max);
            case distinct -> new Distinct();
        };
    }

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

    /** All together: whole numbers without an object for each, as long as they fit. */
    final class Sum implements Tally {
        private long whole;
        private @Nullable BigDecimal others;
        private boolean isEmpty = true;

        @Override
        public void take(@Nullable Object value) {
            if (value instanceof Integer || value instanceof Long) {
                takeWhole(((Number) value).longValue());
                return;
            }
            BigDecimal number = finite(value);
            if (number != null) {
                takeOther(number);
            }
        }

        private void takeWhole(long number) {
            long sum = whole + number;
            boolean isBeyond = ((whole ^ sum) & (number ^ sum)) < 0;
            if (isBeyond) {
                takeOther(BigDecimal.valueOf(number));
                return;
            }
            whole = sum;
            isEmpty = false;
        }

        private void takeOther(BigDecimal number) {
            others = others == null ? number : others.add(number);
            isEmpty = false;
        }

        @Override
        public @Nullable Number number() {
            if (isEmpty) {
                return null;
            }
            return others == null ? (Number) whole : others.add(BigDecimal.valueOf(whole));
        }
    }

    /** Two at a time. */
    final class Folded implements Tally {
        private final BinaryOperator<BigDecimal> fold;
        private @Nullable BigDecimal result;

        private Folded(BinaryOperator<BigDecimal> fold) {
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

    /** Their sum divided by how many they are. */
    final class Average implements Tally {
        private BigDecimal sum = BigDecimal.ZERO;
        private int count;

        @Override
        public void take(@Nullable Object value) {
            BigDecimal number = finite(value);
            if (number != null) {
                sum = sum.add(number);
                count++;
            }
        }

        @Override
        public @Nullable Number number() {
            return count == 0
                    ? null
                    : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
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
