package io.itinera.insights.domain;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from the first moment in it
 * @param to the first moment after it
 */
public record Period(Instant from, Instant to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    boolean has(long atMs) {
        return atMs >= from.toEpochMilli() && atMs < to.toEpochMilli();
    }
}
