package io.itinera.conditions;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over any stretch of a row of values: what stands before each place is added up once.
 * Whole numbers of one power of ten, as long as they fit into 64 bits; decimals from then on.
 */
public final class Sums {
    private static final int FEW = 4;

    /** So many digits fit into 64 bits, whatever they are. */
    private static final int MOST_DIGITS = 18;

    /** What a decimal takes in memory beside its digits, in bytes. */
    private static final long DECIMAL_WEIGHT = 80;

    private int size;
    private int[] numbers = new int[FEW];
    private long[] totals = new long[FEW];
    private BigDecimal @Nullable [] decimals;

    /** How many digits of the totals stand behind the point. */
    private int scale;

    /** What the totals would come to if no number were negative: none of them is farther from 0. */
    private long magnitude;

    private boolean rises = true;

    /** The finite number that a value is: a {@link Long} or a decimal; null when it is none. */
    public static @Nullable Number number(@Nullable Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case Long whole -> whole;
            case Number number when Values.isFinite(number) -> Values.decimal(number);
            case null, default -> null;
        };
    }

    /** Two numbers in one; null is none. */
    public static @Nullable Number plus(@Nullable Number one, @Nullable Number other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one instanceof Long left && other instanceof Long right) {
            long sum = left + right;
            boolean isBeyond = ((left ^ sum) & (right ^ sum)) < 0;
            if (!isBeyond) {
                return sum;
            }
        }
        return Values.decimal(one).add(Values.decimal(other));
    }

    /** Whether adding a number does not make less of a sum: it is not negative. */
    public static boolean isRising(Number number) {
        return !Values.comparesTo(number, 0L, -1);
    }

    /** Whether no number was ever negative. */
    public boolean rises() {
        return rises;
    }

    /** How many of the values from one place until before another are numbers. */
    public int numbers(int from, int until) {
        return numbers[until] - numbers[from];
    }

    /** What the numbers from one place until before another add up to; null without any. */
    public @Nullable Number sum(int from, int until) {
        if (numbers(from, until) == 0) {
            return null;
        }
        if (decimals != null) {
            return decimals[until].subtract(decimals[from]);
        }
        long sum = totals[until] - totals[from];
        return scale == 0 ? (Number) sum : BigDecimal.valueOf(sum, scale);
    }

    /** Adds a value to the end of the row. */
    public void add(@Nullable Object value) {
        insert(size, value);
    }

    /** Puts a value into the row, before the one that is at a place. */
    public void insert(int place, @Nullable Object value) {
        Number number = number(value);
        move(place);
        if (number == null) {
            return;
        }
        rises &= isRising(number);
        for (int i = place + 1; i <= size; i++) {
            numbers[i]++;
        }
        if (decimals != null || !isCounted(place, number)) {
            addDecimal(place, Values.decimal(number));
        }
    }

    /** Makes a place for one value more, which is none so far. */
    private void move(int place) {
        if (numbers.length < size + 2) {
            int room = size + 2 + size / 2;
            numbers = Arrays.copyOf(numbers, room);
            totals = decimals == null ? Arrays.copyOf(totals, room) : totals;
            decimals = decimals == null ? null : Arrays.copyOf(decimals, room);
        }
        int moved = size - place + 1;
        System.arraycopy(numbers, place, numbers, place + 1, moved);
        if (decimals == null) {
            System.arraycopy(totals, place, totals, place + 1, moved);
        } else {
            System.arraycopy(decimals, place, decimals, place + 1, moved);
        }
        size++;
    }

    /** Adds a number to the totals behind a place, if it fits among them. */
    private boolean isCounted(int place, Number number) {
        if (number instanceof Long whole && scale == 0) {
            return isAdded(place, whole);
        }
        BigDecimal decimal = Values.decimal(number);
        int needed = Math.max(scale, decimal.scale());
        long digits = (long) decimal.precision() - decimal.scale() + needed;
        return needed <= MOST_DIGITS
                && digits <= MOST_DIGITS
                && isRescaled(needed)
                && isAdded(place, decimal.setScale(needed).unscaledValue().longValueExact());
    }

    private boolean isRescaled(int needed) {
        long factor = BigDecimal.ONE.scaleByPowerOfTen(needed - scale).longValueExact();
        if (magnitude > Long.MAX_VALUE / factor) {
            return false;
        }
        if (factor > 1) {
            magnitude *= factor;
            Arrays.setAll(totals, i -> i <= size ? totals[i] * factor : 0);
            scale = needed;
        }
        return true;
    }

    private boolean isAdded(int place, long counted) {
        if (counted == Long.MIN_VALUE || magnitude > Long.MAX_VALUE - Math.abs(counted)) {
            return false;
        }
        magnitude += Math.abs(counted);
        for (int i = place + 1; i <= size; i++) {
            totals[i] += counted;
        }
        return true;
    }

    private void addDecimal(int place, BigDecimal number) {
        if (decimals == null) {
            decimals = new BigDecimal[totals.length];
            for (int i = 0; i <= size; i++) {
                decimals[i] = BigDecimal.valueOf(totals[i], scale);
            }
            totals = new long[0];
        }
        for (int i = place + 1; i <= size; i++) {
            decimals[i] = decimals[i].add(number);
        }
    }

    /** Takes the first so many values out of the row. */
    public void forget(int first) {
        int left = size - first + 1;
        System.arraycopy(numbers, first, numbers, 0, left);
        if (decimals == null) {
            System.arraycopy(totals, first, totals, 0, left);
        } else {
            System.arraycopy(decimals, first, decimals, 0, left);
        }
        size -= first;
    }

    /** Takes the values from a place on out of the row. */
    public void cut(int place) {
        size = place;
    }

    /** About how many bytes they take. */
    public long weight() {
        long each = Integer.BYTES + (decimals == null ? Long.BYTES : decimalWeight(decimals[size]));
        return each * numbers.length;
    }

    private static long decimalWeight(BigDecimal like) {
        return DECIMAL_WEIGHT + like.unscaledValue().bitLength() / Byte.SIZE;
    }
}
