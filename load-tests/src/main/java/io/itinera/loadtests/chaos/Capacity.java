package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.checker.Judgement;
import io.itinera.loadtests.checker.Reach;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What the collector takes while senders send as fast as they are answered, on this machine, with
 * everything else of Itinera on it.
 *
 * @param perSecond events
 * @param judgement the checker's, for a measurement of events that were lost is none
 */
record Capacity(double perSecond, Judgement judgement) {
    /** So many that the collector is never idle while an answer is under way. */
    private static final int LANES = 32;

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    static Capacity measure(Target target, List<Tenant> tenants, String run, long seed)
            throws IOException, InterruptedException {
        try (Trial trial = new Trial(target, run + "-capacity", tenants, Reach.EVENTS)) {
            Tally tally = trial.begin("batches", Workload.BATCHES.on(LANES), seed).tally();
            Thread.sleep(WARM_UP);
            long before = tally.taken();
            Thread.sleep(LENGTH);
            double perSecond = (tally.taken() - before) / (double) LENGTH.toSeconds();
            return new Capacity(perSecond, trial.judge());
        }
    }
}
