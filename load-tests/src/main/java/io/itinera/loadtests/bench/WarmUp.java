package io.itinera.loadtests.bench;

import io.itinera.loadtests.measure.CpuTime;
import java.io.IOException;
import java.util.List;

/**
 * Does what will be measured until the JVMs that do it have compiled it, which takes the longer the
 * busier the machine is.
 */
final class WarmUp {
    private static final int FEWEST = 3;
    private static final int MOST = 40;

    /** The part of a round that compilers have when there is nothing left for them. */
    private static final double IDLE = 0.05;

    private WarmUp() {}

    /**
     * Runs rounds, which have no positive numbers.
     *
     * @param pids of the JVMs
     */
    static void of(Pairs.Measurement one, List<Long> pids)
            throws IOException, InterruptedException {
        for (int round = 0; round < MOST; round++) {
            long before = CpuTime.micros(pids);
            long compiledBefore = CpuTime.microsOfCompilers(pids);
            one.measure(-round);
            long compiled = CpuTime.microsOfCompilers(pids) - compiledBefore;
            boolean isIdle = compiled < IDLE * (CpuTime.micros(pids) - before);
            if (isIdle && round >= FEWEST - 1) {
                return;
            }
        }
    }
}
