package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Matches;
import io.itinera.conditions.Sums;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest matches of a column.
 *
 * @param moments when the events of the name occurred
 * @param column which of them match
 * @param end how many match in all
 * @param size how many of these, the newest, are asked about
 */
record Found(Moments moments, Column column, int end, int size) implements Matches {

    @Override
    public Instant at(int place) {
        return moments.at(column.place(end - 1 - place));
    }

    @Override
    public int numbers(int newest) {
        Sums sums = column.sums();
        return sums == null ? 0 : sums.numbers(end - newest, end);
    }

    @Override
    public @Nullable Number sum(int newest) {
        Sums sums = column.sums();
        return sums == null ? null : sums.sum(end - newest, end);
    }

    @Override
    public boolean rises() {
        Sums sums = column.sums();
        return sums == null || sums.rises();
    }
}
