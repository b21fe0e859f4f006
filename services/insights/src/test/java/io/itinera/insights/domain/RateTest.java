package io.itinera.insights.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateTest {
    /** The bounds solve |p - rate| = z sqrt(p (1 - p) / n), which is what Wilson asks of them. */
    @Test
    void boundsSolveWilsonsEquation() {
        Rate rate = Rate.of(7, 20).orElseThrow();
        for (double bound : new double[] {rate.low(), rate.high()}) {
            assertEquals(
                    Math.abs(bound - 0.35),
                    1.959963984540054 * Math.sqrt(bound * (1 - bound) / 20),
                    1e-12);
        }
    }

    @Test
    void noneAndAllStayWithinZeroAndOne() {
        Rate none = Rate.of(0, 10).orElseThrow();
        Rate all = Rate.of(10, 10).orElseThrow();
        assertTrue(none.low() == 0 && none.high() > 0 && all.high() == 1 && all.low() < 1);
    }

    @Test
    void ofNobodyThereIsNoRate() {
        assertEquals(Optional.empty(), Rate.of(0, 0));
    }
}
