package io.itinera.segmentation.topics;

import io.itinera.segmentation.Clockwork;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * As much as a partition may do between two records without keeping them waiting. Kafka Streams'
 * own time stands still during a turn, so that it is measured apart.
 */
final class TurnBudget implements Clockwork.Budget {
    static final int MAX_PIECES = 500;
    static final Duration NO_LONGER_THAN = Duration.ofMillis(50);

    private final LongSupplier nanoTime;
    private final long end;
    private int pieces;

    TurnBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + NO_LONGER_THAN.toNanos();
    }

    /** A budget that begins now. */
    static TurnBudget begun() {
        return new TurnBudget(System::nanoTime);
    }

    @Override
    public boolean allows() {
        return pieces++ < MAX_PIECES && nanoTime.getAsLong() - end < 0;
    }
}
