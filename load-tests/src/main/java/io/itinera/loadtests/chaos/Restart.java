package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;

/**
 * The collector is asked to end (SIGTERM) and started again, while clients behind a balancer keep
 * their connections: they see answers and connections that are closed in order, and nothing else.
 *
 * @param perSecond events that the senders begin
 */
record Restart(int perSecond) implements Chaos {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "collector-restart";
    }

    @Override
    public String description() {
        return "SIGTERM and start of the collector under load; keep-alive clients see no error";
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        ChaosResult total = ChaosResult.of(name());
        var tenants = Trial.tenants(target, name());
        try (Balancer balancer = Balancer.before(target.collector(""));
                Trial trial = new Trial(target, "restart-" + seed, tenants)) {
            Tally batches =
                    trial.begin("batches", Workload.BATCHES.at(perSecond), seed, balancer).tally();
            Workload single = Workload.BATCHES.inBatchesOf(1).on(16).at(perSecond / 10);
            Tally singles = trial.begin("singles", single, seed + 1, balancer).tally();
            for (int run = 1; run <= runs; run++) {
                Thread.sleep(BETWEEN);
                target.launcher("restart", "collector");
            }
            Thread.sleep(BETWEEN);
            total = total.with(runs, trial.judge());
            return judged(judged(total, batches), singles);
        }
    }

    private static ChaosResult judged(ChaosResult total, Tally tally) {
        long refused = tally.unavailable() + tally.busy() + tally.otherAnswers();
        return total.adding("brokenRequests", tally.broken())
                .adding("refusedRequests", refused)
                .requiring(tally.broken() + refused == 0, "a client saw an error: " + tally);
    }
}
