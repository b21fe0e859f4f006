package io.itinera.loadtests.ledger;

import java.util.concurrent.locks.LockSupport;

/** Lets requests begin at even distances, however long the ones before take. */
final class Pace {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long distanceNanos;
    private long next = System.nanoTime();

    /** Of a workload; one without a rate is not held up. */
    static Pace of(Workload workload) {
        return new Pace(
                workload.perSecond() == 0
                        ? 0
                        : Math.round(NANOS_PER_SECOND * workload.batch() / workload.perSecond()));
    }

    private Pace(long distanceNanos) {
        this.distanceNanos = distanceNanos;
    }

    void take() throws InterruptedException {
        if (distanceNanos == 0) {
            return;
        }
        long mine = reserve();
        for (long left = mine - System.nanoTime(); left > 0; left = mine - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while waiting for its turn");
            }
        }
    }

    /** Time that was lost is not made up for: a stall is not followed by a burst. */
    private synchronized long reserve() {
        next = Math.max(next + distanceNanos, System.nanoTime() - distanceNanos);
        return next;
    }
}
