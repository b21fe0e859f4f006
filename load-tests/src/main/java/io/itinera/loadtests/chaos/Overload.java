package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import io.itinera.loadtests.measure.ResidentMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Three times as many events as the collector can take, from senders that do not wait for it: what
 * it takes must be almost what it takes without the rush, and kept.
 *
 * @param length of the rush
 */
record Overload(Duration length) implements Chaos {
    private static final int TIMES = 3;
    private static final double SHORTFALL = 0.1;

    /** So many that one is free whenever a request is due, however long the others wait. */
    private static final int LANES = 4_096;

    private static final double GOODPUT = 0.9;
    private static final double MOST_GROWTH_MB = 256;

    @Override
    public String name() {
        return "collector-overload";
    }

    @Override
    public String description() {
        return "three times the measured capacity from senders that do not wait, on a fifth of the machine";
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        List<Tenant> tenants = Trial.tenants(target, name());
        ChaosResult total = ChaosResult.of(name());
        for (int run = 1; run <= runs; run++) {
            String id = "overload-" + seed + "-" + run;
            try (Throttle _ = Throttle.on(target.pid("collector"))) {
                Capacity capacity = Capacity.measure(target, tenants, id, seed + run);
                total = total.with(0, capacity.judgement());
                total = rush(total, target, tenants, id, capacity.perSecond());
            }
        }
        return total;
    }

    private ChaosResult rush(
            ChaosResult total, Target target, List<Tenant> tenants, String id, double capacity)
            throws IOException, InterruptedException {
        Workload flood =
                Workload.BATCHES.on(LANES).at((int) (TIMES * capacity)).when(Workload.OnNo.GO_ON);
        try (Trial trial = new Trial(target, id, tenants);
                ResidentMemory memory = ResidentMemory.watch(target.pid("collector"))) {
            double before = ResidentMemory.mb(target.pid("collector"));
            Tally tally = trial.begin("flood", flood, id.hashCode()).tally();
            Thread.sleep(length);
            double goodput = tally.taken() / (double) length.toSeconds() / capacity;
            double offered = tally.begun() / (double) length.toSeconds() / capacity;
            double grown = memory.mostMb() - before;
            return total.most("rssGrowthMb", grown)
                    .most("capacityPerSecond", capacity)
                    .least("offeredRatio", offered)
                    .least("goodputRatio", goodput)
                    .adding("answered429", tally.busy())
                    .adding("answered503", tally.unavailable())
                    .requiring(
                            offered >= TIMES * (1 - SHORTFALL),
                            "only %.1f times its capacity was offered".formatted(offered))
                    .requiring(goodput >= GOODPUT, "goodput fell to " + goodput)
                    .requiring(grown < MOST_GROWTH_MB, "it grew by " + grown + " MB")
                    .requiring(
                            tally.otherAnswers() + tally.broken() == 0,
                            "an answer that is none: " + tally)
                    .with(1, trial.judge());
        }
    }
}
