package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The only instance of a service with a topology is killed (-9) at random moments under load, and
 * started again: some kills fall into its work, some into what it does at a start.
 *
 * @param service the one that is killed
 * @param perSecond events that the senders begin
 */
record StreamKill(String service, int perSecond) implements Chaos {
    /** So many kills are judged together. */
    private static final int KILLS = 5;

    private static final Duration LONGEST = Duration.ofSeconds(6);

    @Override
    public String name() {
        return service + "-kill";
    }

    @Override
    public String description() {
        return "kill -9 of %s at random moments under load".formatted(service);
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<Tenant> tenants = Trial.tenants(target, name());
        ChaosResult total = ChaosResult.of(name());
        for (int done = 0; done < runs; done += KILLS) {
            int kills = Math.min(KILLS, runs - done);
            try (Trial trial = new Trial(target, service + "-" + seed + "-" + done, tenants)) {
                trial.begin("batches", Workload.BATCHES.at(perSecond), seed + done);
                for (int kill = 0; kill < kills; kill++) {
                    Thread.sleep(random.nextLong(LONGEST.toMillis()));
                    target.launcher("restart", "--kill", service);
                }
                Thread.sleep(LONGEST);
                total = total.with(kills, trial.judge());
            }
        }
        return total;
    }
}
