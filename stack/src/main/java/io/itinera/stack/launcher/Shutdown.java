package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.StopOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops parts in order: what writes before what is written to. */
final class Shutdown {

    /** More than the 20 s for which a service waits for its open requests. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Home home;
    private final Progress progress;

    Shutdown(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Stops all of these that run, kind after kind, side by side within a kind. */
    void all(Parts parts) {
        for (Part.Kind kind : Arrays.asList(Part.Kind.values()).reversed()) {
            List<Part> these = parts.of(kind);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture.allOf(
                                these.stream()
                                        .map(
                                                it ->
                                                        CompletableFuture.runAsync(
                                                                () -> one(it.name()), threads))
                                        .toArray(CompletableFuture<?>[]::new))
                        .join();
            }
        }
    }

    /** Stops one, if it runs. */
    void one(String name) {
        Optional<Child> child = Child.find(home, name);
        if (child.isEmpty()) {
            return;
        }
        long from = System.nanoTime();
        progress.begin(name);
        try {
            StopOutcome outcome = child.get().stop(PATIENCE);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            switch (outcome) {
                case IN_ORDER -> progress.done(name, "stopped", took);
                case KILLED -> progress.failed(name, "did not stop in time and was killed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping " + name, e);
        }
    }
}
