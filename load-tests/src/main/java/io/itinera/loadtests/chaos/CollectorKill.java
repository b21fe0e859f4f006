package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The collector is killed (-9) in the middle of batches, and started again, while the ledger client
 * and real SDKs send and repeat. A kill that broke off no request would show nothing, so kills go
 * on until one has.
 *
 * @param sdks the real ones
 * @param perSecond events of the ledger client; each SDK sends a tenth
 */
record CollectorKill(List<String> sdks, int perSecond) implements Chaos {
    /** So many kills are judged together. */
    private static final int KILLS = 10;

    /** So many more there may be until one has broken off a request. */
    private static final int MORE_KILLS = 5;

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
                List<Tally> tallies = begin(trial, seed + done);
                int killed = 0;
                while (killed < kills || (broken(tallies) == 0 && killed < kills + MORE_KILLS)) {
                    Thread.sleep(random.nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
                    target.launcher("restart", "--kill", "collector");
                    killed++;
                }
                Thread.sleep(SHORTEST);
                total = judged(total.with(killed, trial.judge()), broken(tallies));
            }
        }
        return total;
    }

    private List<Tally> begin(Trial trial, long seed) throws IOException, InterruptedException {
        Workload batches = Workload.BATCHES.at(perSecond / 10 * 9);
        Workload singles = Workload.BATCHES.inBatchesOf(1).on(4).at(perSecond / 10);
        List<Tally> tallies =
                List.of(
                        trial.begin("batches", batches, seed).tally(),
                        trial.begin("singles", singles, seed + 1).tally());
        for (String sdk : sdks) {
            trial.begin(sdk, perSecond / 10);
        }
        return tallies;
    }

    /** Requests that had left when the collector was killed, and were never answered. */
    private static long broken(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::broken).sum();
    }

    private static ChaosResult judged(ChaosResult total, long broken) {
        return total.adding("brokenRequests", broken)
                .requiring(broken > 0, "no kill was in the middle of a request");
    }
}
