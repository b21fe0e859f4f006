package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.util.List;

/**
 * Services that read what is measured and are not: stopped meanwhile, so that Kafka does not work
 * for them.
 */
final class Bystanders implements AutoCloseable {
    private static final List<String> NAMES = List.of("journeys", "messaging", "insights");

    private final Target target;

    private Bystanders(Target target) {
        this.target = target;
    }

    static Bystanders sentAway(Target target) throws IOException, InterruptedException {
        for (String name : NAMES) {
            target.launcher("stop", name);
        }
        return new Bystanders(target);
    }

    @Override
    public void close() throws IOException {
        try {
            for (String name : NAMES) {
                target.launcher("start", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
