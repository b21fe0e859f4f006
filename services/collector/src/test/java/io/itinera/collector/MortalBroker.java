package io.itinera.collector;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Directories;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import io.itinera.stack.server.KafkaServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A broker that a test may kill and start again on the same data and port. */
public final class MortalBroker implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "kafka";
    private static final List<Integer> PORTS = List.copyOf(FreePorts.pick(2));
    private static final KafkaServer SERVER = new KafkaServer(PORTS.get(0), PORTS.get(1));
    private static final Home HOME =
            Home.of(Home.findProject()).beside("test-" + UUID.randomUUID());

    @Override
    public Map<String, String> start() {
        revive();
        return Map.of(
                "kafka.bootstrap.servers",
                SERVER.bootstrapServers(),
                "itinera.topics.prefix",
                "away.");
    }

    @Override
    public void stop() {
        kill();
        try {
            Directories.delete(HOME.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it answers. */
    static void revive() {
        try {
            SERVER.start(HOME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it without a word, as kill -9 does. */
    static void kill() {
        try {
            Child.find(HOME, NAME).orElseThrow().kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
