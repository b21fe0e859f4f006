package io.itinera.stack.launcher;

import io.itinera.stack.demo.DemoAddresses;
import io.itinera.stack.demo.DemoSetup;
import io.itinera.stack.demo.DemoWorkspace;
import io.itinera.stack.process.Child;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Leftovers;
import io.itinera.stack.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A whole Itinera from its start to its end, run by this process. However this process is asked to
 * end, it first stops what it started, services before servers.
 */
public final class Run implements AutoCloseable {

    private final Home home;
    private final Progress progress;
    private final Instance instance;
    private final Settings settings;
    private final StartUp startUp;
    private final Thread stopOnSignal = new Thread(this::stop, "stop");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Parts parts;

    private Run(Home home, Progress progress, Instance instance, Settings settings) {
        this.home = home;
        this.progress = progress;
        this.instance = instance;
        this.settings = settings;
        this.parts = Parts.of(settings);
        this.startUp = new StartUp(home, progress);
    }

    /**
     * Claims the home, ends what a killed launcher has left in it and makes sure of the ports.
     *
     * @throws Refusal if it cannot be started, with nothing changed
     */
    public static Run prepare(Home home, Progress progress)
            throws IOException, InterruptedException {
        Instance instance = Instance.claim(home);
        try {
            List<String> ended = Leftovers.end(home);
            if (!ended.isEmpty()) {
                progress.say("Ended what an earlier run left: " + String.join(", ", ended) + ".");
            }
            Files.deleteIfExists(Coordinates.file(home));
            Settings settings = Settings.loadOrMake(home);
            settings.ports().refuseIfTaken(FreePorts::isFree, PortHolder::of);
            instance.record();
            return new Run(home, progress, instance, settings);
        } catch (IOException | InterruptedException | RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    /**
     * Starts servers and services, makes the first workspace where there is none, and writes the
     * coordinates.
     *
     * @throws io.itinera.stack.process.StartFailed naming the process that did not come up
     */
    public Coordinates start() throws IOException, InterruptedException {
        return start(Extent.WHOLE);
    }

    /** The same, of as much as is asked for. */
    Coordinates start(Extent extent) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(stopOnSignal);
        parts = extent.of(parts);
        startUp.run(parts.all());
        Coordinates coordinates = Coordinates.of(settings, workspace(extent));
        coordinates.write(home);
        return coordinates;
    }

    private DemoWorkspace workspace(Extent extent) throws IOException, InterruptedException {
        return switch (extent) {
            case WHOLE -> setup().workspace();
            case COLLECTOR ->
                    LoneSource.publish(
                            Servers.of(settings).kafka().bootstrapServers(),
                            settings.url(PortName.COLLECTOR));
        };
    }

    /** What a person would set up on the page, done over HTTP. */
    DemoSetup setup() {
        return new DemoSetup(home.directory(), addresses());
    }

    private DemoAddresses addresses() {
        KeycloakServer keycloak = Servers.of(settings).keycloak();
        return new DemoAddresses(
                URI.create(settings.url(PortName.GATEWAY)),
                URI.create(keycloak.issuer() + "/protocol/openid-connect/token"),
                KeycloakServer.CLIENT,
                keycloak.clientSecret(),
                Coordinates.OWNER.user(),
                Coordinates.OWNER.password(),
                URI.create(settings.url(PortName.INBOX)),
                URI.create(settings.url(PortName.SHOP)));
    }

    /** Starts one more part, which is stopped with the others. */
    public void add(Part part) throws IOException, InterruptedException {
        parts = parts.with(part);
        long from = System.nanoTime();
        progress.begin(part.name());
        Child child = part.start().start(home);
        progress.done(
                part.name(),
                "pid " + child.handle().pid(),
                Duration.ofNanos(System.nanoTime() - from));
    }

    Settings settings() {
        return settings;
    }

    /** Tells of every process that ends unasked, until this process is told to end. */
    public void watch() throws InterruptedException {
        new Watch(home, progress).until(stopped);
    }

    /** Stops everything. */
    @Override
    public void close() {
        if (stopped.getCount() > 0 && removedHook()) {
            stop();
        }
    }

    /** False when the process is ending already, for then the hook does the rest. */
    private boolean removedHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopOnSignal);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void stop() {
        stopped.countDown();
        progress.say("Stopping.");
        startUp.cancel();
        new Shutdown(home, progress).all(parts.withSeconds(settings));
        try {
            Files.deleteIfExists(Coordinates.file(home));
            instance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("Stopped.");
    }
}
