package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Aggregate;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the sum or the average of what matches passes a test, and says when time alone
 * turns that over. Events leave a window oldest first, so the numbers that time will bring are
 * those of the newest events, fewer and fewer; those of one moment leave together.
 */
final class Adding {
    private static final int NEVER = -1;

    private final Aggregate aggregate;
    private final Matches matches;
    private final Predicate<@Nullable Number> test;

    /**
     * Of a sum or an average.
     *
     * @param test whether a number passes; null where there is none
     */
    Adding(Aggregate aggregate, Matches matches, Predicate<@Nullable Number> test) {
        this.aggregate = aggregate;
        this.matches = matches;
        this.test = test;
    }

    /** The number of all that match; null for none. */
    @Nullable Number number() {
        return number(matches.size());
    }

    Verdict verdict() {
        boolean holds = passes(matches.size());
        if (!(aggregate.window() instanceof Window.Last last)) {
            return Verdict.of(holds);
        }
        int left = turnsOnce() ? soughtTurn(holds) : walkedTurn(holds);
        return left == NEVER
                ? Verdict.of(holds)
                : Verdict.until(holds, matches.at(left).plus(last.length()));
    }

    private boolean passes(int newest) {
        return test.test(number(newest));
    }

    private @Nullable Number number(int newest) {
        Number sum = matches.sum(newest);
        return sum == null || aggregate.of() == Aggregate.Of.sum
                ? sum
                : Values.decimal(sum)
                        .divide(
                                BigDecimal.valueOf(matches.numbers(newest)),
                                MathContext.DECIMAL128);
    }

    /** Whether the answer, once there is a number, turns at most once as the number grows. */
    private boolean turnsOnce() {
        return switch (aggregate.test()) {
            case Test.Exists _ -> true;
            case Test.LessThan _, Test.AtMost _, Test.AtLeast _, Test.MoreThan _ ->
                    aggregate.of() == Aggregate.Of.sum && matches.rises();
            case Test.Equals _, Test.In _, Test.Contains _, Test.StartsWith _ -> false;
            case Test.Matches _, Test.Near _ -> false;
            case Test.Before _, Test.After _, Test.Anniversary _ -> false;
        };
    }

    /**
     * How many are left when the answer turns. From the first number on that makes the answer what
     * it is, it stays so; with fewer it was another, or there was no number yet.
     */
    private int soughtTurn(boolean holds) {
        if (matches.numbers(matches.size()) == 0) {
            return NEVER;
        }
        int unsettled = 0;
        int settled = matches.size();
        while (settled - unsettled > 1) {
            int middle = (unsettled + settled) >>> 1;
            if (matches.numbers(middle) > 0 && passes(middle) == holds) {
                settled = middle;
            } else {
                unsettled = middle;
            }
        }
        int left = matches.after(matches.at(unsettled));
        return passes(left) == holds ? NEVER : left;
    }

    private int walkedTurn(boolean holds) {
        for (int left = matches.size() - 1; left >= 0; left--) {
            if (isAllOfTheirMoments(left) && passes(left) != holds) {
                return left;
            }
        }
        return NEVER;
    }

    /** Whether whoever comes next is older than all of the newest so many. */
    private boolean isAllOfTheirMoments(int newest) {
        return newest == 0 || matches.at(newest - 1).isAfter(matches.at(newest));
    }
}
