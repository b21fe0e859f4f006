package io.itinera.segmentation.domain.attributes;

import io.itinera.contracts.attribute.AttributeRule.Computed.Of;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** One value that the values of many events make, shown newest first. */
sealed interface Gathering {
    /** How many different values a list of them has at most. */
    int MAX_DIFFERENT = 20;

    /** How many characters a text may have to become a trait. */
    int MAX_TEXT = 200;

    static Gathering of(Of of) {
        return switch (of) {
            case count -> new Count();
            case sum -> new Folded(BigDecimal::add);
            case average -> new Average();
            case minimum -> new Folded(BigDecimal::min);
            case maximum -> new Folded(BigDecimal::max);
            case first -> new Kept(true);
            case last -> new Kept(false);
            case mostFrequent -> new MostFrequent();
            case unique -> new Different();
        };
    }

    /** Takes the next event's value in; false when it needs no more. */
    boolean take(@Nullable Object value);

    /** What it is so far; null for nothing. */
    @Nullable Object value();

    /** The value as a trait can have it, whole numbers and fractions being one; null for none. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case String text when text.length() <= MAX_TEXT -> text;
            case Boolean truth -> truth;
            case Number number -> {
                BigDecimal decimal = Numbers.of(number);
                yield decimal == null ? null : Numbers.said(decimal);
            }
            case null, default -> null;
        };
    }

    /** How many. */
    final class Count implements Gathering {
        private long count;

        @Override
        public boolean take(@Nullable Object value) {
            count++;
            return true;
        }

        @Override
        public Object value() {
            return count;
        }
    }

    /** Two at a time. */
    final class Folded implements Gathering {
        private final BinaryOperator<BigDecimal> fold;
        private @Nullable BigDecimal result;

        private Folded(BinaryOperator<BigDecimal> fold) {
            this.fold = fold;
        }

        @Override
        public boolean take(@Nullable Object value) {
            BigDecimal number = Numbers.of(value);
            if (number != null) {
                result = result == null ? number : fold.apply(result, number);
            }
            return true;
        }

        @Override
        public @Nullable Object value() {
            return result == null ? null : Numbers.said(result);
        }
    }

    /** Their sum divided by how many they are, to 34 digits. */
    final class Average implements Gathering {
        private BigDecimal sum = BigDecimal.ZERO;
        private int count;

        @Override
        public boolean take(@Nullable Object value) {
            BigDecimal number = Numbers.of(value);
            if (number != null) {
                sum = sum.add(number);
                count++;
            }
            return true;
        }

        @Override
        public @Nullable Object value() {
            return count == 0
                    ? null
                    : Numbers.said(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
        }
    }

    /** The last that was shown, which is the earliest, or the first. */
    final class Kept implements Gathering {
        private final boolean earliest;
        private @Nullable Object kept;

        private Kept(boolean earliest) {
            this.earliest = earliest;
        }

        @Override
        public boolean take(@Nullable Object value) {
            Object plain = plain(value);
            if (plain != null) {
                kept = plain;
            }
            return earliest || kept == null;
        }

        @Override
        public @Nullable Object value() {
            return kept;
        }
    }

    /** The one that most events have; of several, the one seen last. */
    final class MostFrequent implements Gathering {
        private final Map<Object, Integer> counts = new LinkedHashMap<>();

        @Override
        public boolean take(@Nullable Object value) {
            Object plain = plain(value);
            if (plain != null) {
                counts.merge(plain, 1, Integer::sum);
            }
            return true;
        }

        @Override
        public @Nullable Object value() {
            Object most = null;
            int count = 0;
            for (Map.Entry<Object, Integer> each : counts.entrySet()) {
                if (each.getValue() > count) {
                    most = each.getKey();
                    count = each.getValue();
                }
            }
            return most;
        }
    }

    /** The different ones, the one seen last first. */
    final class Different implements Gathering {
        private final Map<Object, Boolean> seen = new HashMap<>();
        private final List<Object> values = new ArrayList<>();

        @Override
        public boolean take(@Nullable Object value) {
            Object plain = plain(value);
            if (plain != null && seen.putIfAbsent(plain, true) == null) {
                values.add(plain);
            }
            return values.size() < MAX_DIFFERENT;
        }

        @Override
        public @Nullable Object value() {
            return values.isEmpty() ? null : List.copyOf(values);
        }
    }
}
