package io.itinera.collector;

import io.itinera.collector.domain.Verdict;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Shows those who look on what came of each request, and counts it by name: after its answer and on
 * a thread of its own, which nobody waits for. What waits to be shown is bounded; who brings more
 * has to show it.
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
    private final Queue<Publisher.Batch> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
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

    /** Has a request's events shown soon; costs next to nothing. */
    void add(Publisher.Batch batch) {
        waiting.add(batch);
        waitingBytes.addAndGet(bytes(batch));
    }

    /** Shows what waits, if that has become too much. */
    void showIfMany() {
        if (waitingBytes.get() > MAX_BYTES) {
            show();
        }
    }

    /** Shows everything that waits. */
    synchronized void show() {
        for (Publisher.Batch next = waiting.poll(); next != null; next = waiting.poll()) {
            waitingBytes.addAndGet(-bytes(next));
            show(next);
        }
    }

    private void show(Publisher.Batch batch) {
        try {
            recent.add(batch.source(), batch.receivedAt(), batch.verdicts());
            seen.add(batch.source(), batch.receivedAt(), batch.verdicts());
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

    /** What stays in memory with it; events of one body share that. */
    private static long bytes(Publisher.Batch batch) {
        long bytes = 0;
        for (Verdict verdict : batch.verdicts()) {
            bytes += bytes == 0 ? verdict.whole().held() : verdict.whole().length();
        }
        return bytes;
    }
}
