package io.itinera.segmentation.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
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
        AtomicLong now = new AtomicLong(1_000);
        TurnBudget budget = new TurnBudget(now::get);
        now.addAndGet(TurnBudget.MAX_MS - 1);
        assertTrue(budget.allows());
        now.incrementAndGet();
        assertFalse(budget.allows());
    }
}
