package io.itinera.loadtests.chaos;

import io.itinera.loadtests.InternalToken;
import io.itinera.loadtests.Sharing;
import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * A second instance shares a service's partitions, and under load one of the two is killed (-9):
 * the second first, then the first, in turn. The one that is left is asked for customers of both
 * all the while.
 *
 * @param service the one that has two instances
 * @param perSecond events that the senders begin
 */
record TwoInstances(String service, int perSecond) implements Chaos {
    /** As many as a page has; with eight partitions, some of each instance. */
    private static final int CUSTOMERS = 50;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    /** Longer than it takes to miss a dead instance, and its last transaction. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @Override
    public String name() {
        return service + "-two-instances";
    }

    @Override
    public String description() {
        return "kill -9 of one of two instances of %s under load, in turn".formatted(service);
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<Tenant> tenants = Trial.tenants(target, name());
        ChaosResult total = ChaosResult.of(name());
        String second = service + "-2";
        try (Sharing sharing = Sharing.of(target, service)) {
            for (int run = 1; run <= runs; run++) {
                target.launcher("start", service);
                target.launcher("start", second);
                sharing.await(2);
                Duration moment =
                        Duration.ofMillis(random.nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
                Blow blow =
                        run % 2 == 1
                                ? new Blow(second, service, moment)
                                : new Blow(service, second, moment);
                try (Trial trial = new Trial(target, "two-" + seed + "-" + run, tenants)) {
                    trial.begin("batches", Workload.BATCHES.at(perSecond), seed + run);
                    total = struck(total, target, sharing, tenants, blow);
                    total = total.with(1, trial.judge());
                }
            }
            return total.requiring(
                    total.figures().getOrDefault("readsBackMs", 0).longValue() <= SOON.toMillis(),
                    "customers could not be read for long: " + total.figures());
        } finally {
            target.launcher("start", service);
            target.launcher("stop", second);
        }
    }

    /** Who is killed when, and who is left. */
    private record Blow(String killed, String left, Duration moment) {}

    /**
     * Notes for how long after the kill looks were in vain, and how long the slowest took.
     *
     * @throws IllegalStateException when customers cannot be read before it
     */
    private ChaosResult struck(
            ChaosResult total, Target target, Sharing sharing, List<Tenant> tenants, Blow blow)
            throws IOException, InterruptedException {
        InternalToken token = InternalToken.of(target, service, tenants.getFirst().workspace());
        try (Reader reader = new Reader(target.address(blow.left()), token, CUSTOMERS)) {
            reader.begin();
            if (!reader.awaitRound()) {
                throw new IllegalStateException("nobody could be read before anybody was killed");
            }
            Thread.sleep(blow.moment());
            Instant killed = Instant.now();
            target.signal(blow.killed(), "KILL");
            sharing.await(1);
            return total.requiring(reader.awaitRound(), "customers cannot be read any more")
                    .most("readsBackMs", (double) reader.inVainFor(killed).toMillis())
                    .most("slowestReadMs", (double) reader.slowest().toMillis());
        }
    }
}
