package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.checker.Reach;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import io.itinera.loadtests.measure.ResidentMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The collector under a steady load, for long: a part of what this machine can send and it can
 * take, measured just before. That is more than segmentation works off meanwhile, so that events
 * are followed to where the collector puts them.
 *
 * @param length how long, after it has warmed up
 */
record Soak(Duration length) implements Chaos {
    private static final double LOAD = 0.7;
    private static final int LANES = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /** Half a gigabyte in a day would be 0.36; what is below the noise of ten minutes is flat. */
    private static final double FLAT_MB_PER_MINUTE = 1.0;

    @Override
    public String name() {
        return "collector-soak";
    }

    @Override
    public String description() {
        return "%d s at 70 %% of the measured capacity; memory stays flat"
                .formatted(length.toSeconds());
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        List<Tenant> tenants = Trial.tenants(target, name());
        Capacity capacity = Capacity.measure(target, tenants, "soak-" + seed, seed);
        ChaosResult total =
                ChaosResult.of(name())
                        .with(0, capacity.judgement())
                        .most("capacityPerSecond", capacity.perSecond());
        int perSecond = (int) (LOAD * capacity.perSecond());
        try (Trial trial = new Trial(target, "soak-" + seed, tenants, Reach.EVENTS)) {
            Tally tally =
                    trial.begin("batches", Workload.BATCHES.on(LANES).at(perSecond), seed).tally();
            Thread.sleep(WARM_UP);
            try (ResidentMemory memory = ResidentMemory.watch(target.pid("collector"))) {
                Thread.sleep(length);
                double slope = memory.slopeMbPerMinute();
                total =
                        total.most("rssSlopeMbPerMin", slope)
                                .most("rssMb", memory.mostMb())
                                .requiring(slope < FLAT_MB_PER_MINUTE, "it grows: " + slope)
                                .requiring(
                                        tally.broken() + tally.unavailable() == 0,
                                        "it failed at 70 %: " + tally);
            }
            return total.with(1, trial.judge());
        }
    }
}
