package io.itinera.segmentation.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class TurnBudgetTest {
    @Test
    void turnEndsAfterItsPieces() {
        TurnBudget budget = new TurnBudget(() -> 0);
        int pieces = 0;
        while (budget.allows()) {
            pieces++;
        }
        assertEquals(TurnBudget.MAX_PIECES, pieces);
    }

    @Test
    void turnEndsWhenItsTimeIsOver() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE);
        TurnBudget budget = new TurnBudget(now::get);
        now.addAndGet(TurnBudget.NO_LONGER_THAN.toNanos() - 1);
        assertTrue(budget.allows());
        now.incrementAndGet();
        assertFalse(budget.allows());
    }

    @Test
    void turnThatHasBegunEndsByItself() {
        TurnBudget budget = TurnBudget.begun();
        AtomicInteger pieces = new AtomicInteger();
        Awaitility.await().until(() -> pieces.incrementAndGet() > 0 && !budget.allows());
        assertTrue(pieces.get() < TurnBudget.MAX_PIECES);
    }
}
