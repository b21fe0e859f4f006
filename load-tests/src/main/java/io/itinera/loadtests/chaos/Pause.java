package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;

/**
 * The broker and the collector are stopped (SIGSTOP) in turn, as a stalled machine would stop them,
 * and go on as if nothing had been.
 *
 * @param length of each pause
 * @param perSecond events that the senders begin
 */
record Pause(Duration length, int perSecond) implements Chaos {
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "collector-pause";
    }

    @Override
    public String description() {
        return "SIGSTOP of the broker and then of the collector, %d s each"
                .formatted(length.toSeconds());
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        ChaosResult total = ChaosResult.of(name());
        var tenants = Trial.tenants(target, name());
        for (int run = 1; run <= runs; run++) {
            try (Trial trial = new Trial(target, "pause-" + seed + "-" + run, tenants)) {
                Tally tally =
                        trial.begin("batches", Workload.BATCHES.at(perSecond), seed + run).tally();
                for (String part : new String[] {"kafka", "collector"}) {
                    Thread.sleep(BETWEEN);
                    target.signal(part, "STOP");
                    Thread.sleep(length);
                    target.signal(part, "CONT");
                }
                Thread.sleep(BETWEEN);
                total =
                        total.adding("answered503", tally.unavailable())
                                .requiring(
                                        tally.withoutDate() == 0, "without Retry-After: " + tally)
                                .with(1, trial.judge());
            }
        }
        return total;
    }
}
