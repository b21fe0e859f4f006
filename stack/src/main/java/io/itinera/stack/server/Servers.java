package io.itinera.stack.server;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several servers at once. */
public final class Servers {

    private Servers() {}

    /**
     * Starts all side by side and returns when all are ready.
     *
     * @throws io.itinera.stack.process.StartFailed for the first that did not start, after all have
     *     been waited for
     */
    public static void startAll(Home home, List<Server> servers)
            throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (Server server : servers) {
                starts.add(threads.submit(() -> server.start(home)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case IOException cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
