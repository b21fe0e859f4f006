package io.itinera.kit.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/**
 * Puts a new stream thread in the place of one that ended by surprise. A broker that comes back may
 * refuse to commit a transaction that it no longer knows, and Kafka Streams would stop for good
 * over it; the new thread reads its tasks from the last commit, so that nothing is lost and nothing
 * done twice. Threads that end one after the other are no accident: the streams stop then, and
 * their health says so.
 */
public final class StreamThreads implements StreamsUncaughtExceptionHandler {
    /** How many threads are replaced {@link #WITHIN} a stretch of time. */
    static final int MOST = 10;

    /** The stretch of time in which replacements count. */
    static final Duration WITHIN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Deque<Instant> replaced = new ArrayDeque<>();

    /** Counts replacements by this clock. */
    public StreamThreads(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable surprise) {
        Instant now = clock.instant();
        while (!replaced.isEmpty() && !replaced.getFirst().isAfter(now.minus(WITHIN))) {
            replaced.removeFirst();
        }
        if (replaced.size() == MOST) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replaced.addLast(now);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
