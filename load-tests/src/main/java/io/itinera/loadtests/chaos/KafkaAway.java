package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Workload;
import io.itinera.loadtests.measure.ResidentMemory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Kafka is killed and stays away while senders go on; then it comes back.
 *
 * @param away for how long
 * @param perSecond events that senders begin that repeat
 * @param crowd connections of senders that do not, each with large requests under way all the time
 */
record KafkaAway(Duration away, int perSecond, int crowd) implements Chaos {
    /** What may wait in a collector, by its settings, and the heap that the waiting costs. */
    private static final double MOST_GROWTH_MB = 256;

    private static final int CROWD_PER_SECOND = 6_000;
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final double MILLIS = 1_000;

    @Override
    public String name() {
        return "collector-kafka-away";
    }

    @Override
    public String description() {
        return "Kafka killed and away for %d s under load".formatted(away.toSeconds());
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        ChaosResult total = ChaosResult.of(name());
        var tenants = Trial.tenants(target, name());
        for (int run = 1; run <= runs; run++) {
            try (Trial trial = new Trial(target, "away-" + seed + "-" + run, tenants);
                    ResidentMemory memory = ResidentMemory.watch(target.pid("collector"))) {
                Tally tally =
                        trial.begin("batches", Workload.BATCHES.at(perSecond), seed + run).tally();
                Workload crowds = Workload.BATCHES.on(crowd).inBatchesOf(100).at(CROWD_PER_SECOND);
                Tally others =
                        trial.begin("crowd", crowds.when(Workload.OnNo.GO_ON), -seed - run).tally();
                Thread.sleep(BEFORE);
                double before = memory.mostMb();
                target.launcher("stop", "--kill", "kafka");
                Thread.sleep(away);
                target.launcher("start", "kafka");
                double resumed = awaitTaken(tally);
                Thread.sleep(AFTER);
                total =
                        judged(total, tally, memory.mostMb() - before, resumed)
                                .adding("crowdAnswered429", others.busy())
                                .adding("crowdAnswered503", others.unavailable())
                                .requiring(
                                        others.withoutDate() + others.broken() == 0,
                                        "the crowd was not told: " + others)
                                .with(1, trial.judge());
            }
        }
        return total;
    }

    private static double awaitTaken(Tally tally) throws InterruptedException {
        Instant back = Instant.now();
        long taken = tally.taken();
        while (tally.taken() == taken && Instant.now().isBefore(back.plus(SOON))) {
            Thread.sleep(LOOK_EVERY);
        }
        return Duration.between(back, Instant.now()).toMillis() / MILLIS;
    }

    private static ChaosResult judged(
            ChaosResult total, Tally tally, double grownMb, double resumed) {
        return total.adding("answered503", tally.unavailable())
                .adding("answered429", tally.busy())
                .most("rssGrowthMb", grownMb)
                .most("resumedAfterSeconds", resumed)
                .requiring(tally.unavailable() > 0, "Kafka was away and nobody was told")
                .requiring(tally.withoutDate() == 0, "a 503 without Retry-After: " + tally)
                .requiring(
                        tally.otherAnswers() + tally.broken() == 0,
                        "an answer that is none: " + tally)
                .requiring(grownMb < MOST_GROWTH_MB, "the collector grew by " + grownMb + " MB")
                .requiring(resumed < SOON.toSeconds(), "nothing was taken within " + SOON);
    }
}
