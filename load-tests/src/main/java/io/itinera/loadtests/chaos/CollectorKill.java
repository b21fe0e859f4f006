package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The collector is killed (-9) in the middle of batches, and started again, while the ledger client
 * and real SDKs send and repeat.
 *
 * @param sdks the real ones
 * @param perSecond events of the ledger client; each SDK sends a tenth
 */
record CollectorKill(List<String> sdks, int perSecond) implements Chaos {
    /** So many kills are judged together. */
    private static final int KILLS = 10;

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMillis(2_500);

    @Override
    public String name() {
        return "collector-kill";
    }

    @Override
    public String description() {
        return "kill -9 of the collector in the middle of batches, with clients that repeat";
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<Tenant> tenants = Trial.tenants(target, name());
        ChaosResult total = ChaosResult.of(name());
        for (int done = 0; done < runs; done += KILLS) {
            int kills = Math.min(KILLS, runs - done);
            try (Trial trial = new Trial(target, "kill-" + seed + "-" + done, tenants)) {
                begin(trial, seed + done);
                for (int kill = 0; kill < kills; kill++) {
                    Thread.sleep(random.nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
                    target.launcher("restart", "--kill", "collector");
                }
                Thread.sleep(SHORTEST);
                total = total.with(kills, trial.judge());
            }
        }
        return total;
    }

    private void begin(Trial trial, long seed) throws IOException, InterruptedException {
        trial.begin("batches", Workload.BATCHES.at(perSecond / 10 * 9), seed);
        trial.begin("singles", Workload.BATCHES.inBatchesOf(1).on(4).at(perSecond / 10), seed + 1);
        for (String sdk : sdks) {
            trial.begin(sdk, perSecond / 10);
        }
    }
}
