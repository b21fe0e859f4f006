package io.itinera.loadtests.chaos;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Lets a process run for a fifth of the time only: it is stopped and continued forty times a
 * second. So whoever sends to it on the same machine has the time to send more than it can take.
 */
final class Throttle implements AutoCloseable {
    /** Ends when its standard input does, so that nothing stays throttled behind a dead test. */
    private static final String LOOP =
            """
            paused() { read -rt "$1"; [ $? -gt 128 ]; }
            while kill -STOP "$0" && paused 0.020 && kill -CONT "$0" && paused 0.005; do :; done
            kill -CONT "$0"
            """;

    private static final long PATIENCE_SECONDS = 10;

    private final Process loop;

    private Throttle(Process loop) {
        this.loop = loop;
    }

    static Throttle on(long pid) throws IOException {
        return new Throttle(
                new ProcessBuilder("bash", "-c", LOOP, Long.toString(pid))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    @Override
    public void close() throws IOException {
        loop.getOutputStream().close();
        try {
            if (!loop.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a throttle did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before a throttle ended", e);
        }
    }
}
