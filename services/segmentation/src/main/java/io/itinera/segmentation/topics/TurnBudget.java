package io.itinera.segmentation.topics;

import io.itinera.segmentation.Clockwork;
import java.util.function.LongSupplier;

/** As much as a partition may do between two records without keeping them waiting. */
final class TurnBudget implements Clockwork.Budget {
    static final int MAX_PIECES = 500;
    static final long MAX_MS = 50;

    private final LongSupplier nowMs;
    private final long endMs;
    private int pieces;

    TurnBudget(LongSupplier nowMs) {
        this.nowMs = nowMs;
        this.endMs = nowMs.getAsLong() + MAX_MS;
    }

    @Override
    public boolean allows() {
        return pieces++ < MAX_PIECES && nowMs.getAsLong() < endMs;
    }
}
