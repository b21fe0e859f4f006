package io.itinera.segmentation.domain.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AllowanceTest {
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final long MS = 1_000_000;

    @Test
    void burstIsAdmittedAndOneMoreIsNot() {
        Allowance allowance = new Allowance(3, INTERVAL, 10);
        assertEquals(3, LongStream.range(0, 5).filter(_ -> allowance.admits("a", 0)).count());
    }

    @Test
    void oneComesBackEachInterval() {
        Allowance allowance = new Allowance(1, INTERVAL, 10);
        assertTrue(allowance.admits("a", 0));
        assertFalse(allowance.admits("a", 49 * MS));
        assertTrue(allowance.admits("a", 50 * MS));
    }

    @Test
    void restsDoNotAddUpBeyondTheBurst() {
        Allowance allowance = new Allowance(2, INTERVAL, 10);
        allowance.admits("a", 0);
        long later = 3_600_000 * MS;
        assertEquals(2, LongStream.range(0, 5).filter(_ -> allowance.admits("a", later)).count());
    }

    @Test
    void oneAskerLeavesTheOthersTheirs() {
        Allowance allowance = new Allowance(1, INTERVAL, 10);
        assertTrue(allowance.admits("a", 0));
        assertTrue(allowance.admits("b", 0));
    }

    @Test
    void clockWhoseNumbersTurnNegativeGoesOn() {
        Allowance allowance = new Allowance(1, INTERVAL, 10);
        assertTrue(allowance.admits("a", Long.MAX_VALUE - 10));
        assertTrue(allowance.admits("a", Long.MIN_VALUE + 60 * MS));
    }

    @Test
    void whoAskedLongestAgoIsForgottenFirst() {
        Allowance allowance = new Allowance(1, INTERVAL, 1);
        allowance.admits("a", 0);
        allowance.admits("b", 0);
        assertTrue(allowance.admits("a", 0));
    }
}
