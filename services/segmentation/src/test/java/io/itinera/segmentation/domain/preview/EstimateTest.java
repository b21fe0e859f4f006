package io.itinera.segmentation.domain.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class EstimateTest {

    @Test
    void everyoneCountedLeavesNoDoubt() {
        assertEquals(new Estimate(7, 7, 7), Estimate.ofSample(7, 1));
    }

    @Test
    void nobodyFoundInATenthMayStillBeSome() {
        Estimate none = Estimate.ofSample(0, 0.1);
        assertEquals(0, none.value());
        assertEquals(0, none.low());
        assertEquals(3.841458820694124 * 0.9 / 0.1, none.high(), 1e-9);
    }

    @Test
    void noFewerThanWereFoundAreThere() {
        assertTrue(Estimate.ofSample(3, 0.99).low() >= 3);
    }

    /** 95 of 100, give or take four standard deviations of that: 0.95 ± 0.028 with 1,000 tries. */
    @Test
    void intervalHoldsTheTruthAsOftenAsItSays() {
        assertCovers(20, 0.1);
        assertCovers(200, 0.3);
        assertCovers(2_000, 0.02);
    }

    /** Eight partitions, each sampled by itself, as instances do. */
    @Test
    void sumOfPartitionsHoldsTheTruthAsOftenAsItSays() {
        Random chance = new Random(11);
        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            Estimate sum = Estimate.NONE;
            for (int partition = 0; partition < 8; partition++) {
                sum = sum.plus(Estimate.ofSample(drawn(100, 0.2, chance), 0.2));
            }
            held += sum.low() <= 800 && 800 <= sum.high() ? 1 : 0;
        }
        assertTrue(held >= 922, "held " + held + " times in 1000");
    }

    private static void assertCovers(int truth, double share) {
        Random chance = new Random(7);
        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            Estimate estimate = Estimate.ofSample(drawn(truth, share, chance), share);
            held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        assertTrue(held >= 922, truth + " at " + share + " held " + held + " times in 1000");
    }

    private static long drawn(int truth, double share, Random chance) {
        return chance.doubles(truth).filter(it -> it < share).count();
    }
}
