package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts parts side by side, each as soon as what it needs is ready. */
final class StartUp {

    private final Home home;
    private final Progress progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    StartUp(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /**
     * Returns when all are ready.
     *
     * @param parts each after those that it needs; a need that is not among them is taken as met
     * @throws RuntimeException of the first that failed, as soon as it has; the others stay as they
     *     are then
     */
    void run(List<Part> parts) {
        Map<String, CompletableFuture<Void>> ready = new HashMap<>();
        for (Part part : parts) {
            CompletableFuture<?>[] needs =
                    part.needs().stream()
                            .map(ready::get)
                            .filter(Objects::nonNull)
                            .toArray(CompletableFuture<?>[]::new);
            ready.put(
                    part.name(),
                    CompletableFuture.allOf(needs).thenRunAsync(() -> start(part), threads));
        }
        CompletableFuture<Void> all =
                CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            cancel();
        }
    }

    /** Waits for nothing any more and starts nothing more. */
    void cancel() {
        threads.shutdownNow();
        threads.close();
    }

    private void start(Part part) {
        long from = System.nanoTime();
        progress.begin(part.name());
        try {
            Child child = part.start().start(home);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            progress.done(part.name(), "pid " + child.handle().pid(), took);
        } catch (IOException e) {
            fail(part, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            fail(part, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Stopped while " + part.name() + " was starting");
        }
    }

    private void fail(Part part, RuntimeException failure) {
        progress.failed(part.name(), "did not start");
        failed.completeExceptionally(failure);
        throw failure;
    }
}
