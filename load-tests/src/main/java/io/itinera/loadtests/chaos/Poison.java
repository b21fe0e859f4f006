package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One event in a hundred is a pill, of all the ledger's kinds: each must be in quarantine once,
 * with its bytes, and the others must come through almost as fast as without.
 *
 * @param length of each turn, with and without pills
 */
record Poison(Duration length) implements Chaos {
    private static final Workload WITH = Workload.BATCHES.withPillEvery(100);
    private static final Workload WITHOUT = Workload.BATCHES.withPillEvery(0);
    private static final int TURNS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final double GOODPUT = 0.9;

    @Override
    public String name() {
        return "collector-poison";
    }

    @Override
    public String description() {
        return "one unusable event in a hundred, beside the same load without";
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        List<Tenant> tenants = Trial.tenants(target, name());
        ChaosResult total = ChaosResult.of(name());
        for (int run = 1; run <= runs; run++) {
            String id = "poison-" + seed + "-" + run;
            try (Trial trial = new Trial(target, id, tenants)) {
                trial.during("warm", Workload.BATCHES, seed, WARM_UP);
                Rate clean = new Rate();
                Rate mixed = new Rate();
                for (int turn = 1; turn <= TURNS; turn++) {
                    clean.add(trial.during("clean-" + turn, WITHOUT, seed, length));
                    mixed.add(trial.during("mixed-" + turn, WITH, seed, length));
                }
                double goodput = mixed.events / (double) clean.events;
                total =
                        total.least("goodputRatio", goodput)
                                .adding("pills", mixed.pills)
                                .requiring(mixed.pills > 0, "no pill was put aside")
                                .requiring(goodput >= GOODPUT, "goodput fell to " + goodput)
                                .with(1, trial.judge());
            }
        }
        return total;
    }

    /** What was taken over all turns, so that a machine that slows down slows both. */
    private static final class Rate {
        private long events;
        private long pills;

        void add(Tally tally) {
            events += tally.taken() + tally.aside();
            pills += tally.aside();
        }
    }
}
