package io.itinera.collector;

import io.itinera.collector.plan.SeenNames;
import io.itinera.collector.store.RecentEvents;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Counts what came of each request by name, and shows it to those who look on: after its answer and
 * on a thread of its own, which nobody waits for. What waits to be shown is bounded; who brings
 * more has to show it.
 */
@Singleton
final class Onlookers {
    /** The most bytes of requests that wait to be shown. */
    static final long MAX_BYTES = 8 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Onlookers.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RecentEvents recent;
    private final SeenNames seen;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("onlookers").unstarted(this::run);

    @Inject
    Onlookers(RecentEvents recent, SeenNames seen) {
        this.recent = recent;
        this.seen = seen;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Before what it tells of is stored for the last time. */
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent event)
            throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE);
    }

    /**
     * Sums a request's events up where they were judged: they are at hand there, and the thread
     * that hears from the broker has to fetch nothing of theirs.
     *
     * @return has them counted, and shown soon; costs next to nothing
     */
    Runnable told(Publisher.Batch batch) {
        Runnable counted = seen.counting(batch.source(), batch.receivedAt(), batch.verdicts());
        return () -> {
            counted.run();
            recent.add(batch.source(), batch.receivedAt(), batch.verdicts());
        };
    }

    /** Shows what waits, if that has become too much. */
    void showIfMany() {
        if (recent.waitingBytes() > MAX_BYTES) {
            show();
        }
    }

    /** Shows everything that waits. */
    void show() {
        try {
            recent.show();
        } catch (RuntimeException surprise) {
            LOG.error("Events that were taken are not shown", surprise);
        }
    }

    private void run() {
        do {
            show();
        } while (!isStoppedWithinPause());
        show();
    }

    private boolean isStoppedWithinPause() {
        try {
            return stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
