package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Matches;
import io.itinera.conditions.Sums;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Matches with one more among them.
 *
 * @param others the matches that are kept
 * @param place how many of them occurred after it
 * @param occurredAt when it did
 * @param number what it adds to a sum; null for nothing
 * @param size how many they are together, or are enough
 */
record MatchesWith(Matches others, int place, Instant occurredAt, @Nullable Number number, int size)
        implements Matches {

    /**
     * With one more among them.
     *
     * @param value what is added up of it
     * @param enough how many are enough
     */
    static Matches of(Matches others, Instant occurredAt, @Nullable Object value, int enough) {
        return new MatchesWith(
                others,
                others.after(occurredAt),
                occurredAt,
                Sums.number(value),
                Math.min(others.size() + 1, enough));
    }

    @Override
    public Instant at(int which) {
        return which == place ? occurredAt : others.at(which < place ? which : which - 1);
    }

    @Override
    public int numbers(int newest) {
        return newest <= place
                ? others.numbers(newest)
                : others.numbers(newest - 1) + (number == null ? 0 : 1);
    }

    @Override
    public @Nullable Number sum(int newest) {
        return newest <= place ? others.sum(newest) : Sums.plus(others.sum(newest - 1), number);
    }

    @Override
    public boolean rises() {
        return others.rises() && (number == null || Sums.isRising(number));
    }
}
