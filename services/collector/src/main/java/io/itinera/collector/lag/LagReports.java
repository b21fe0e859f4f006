package io.itinera.collector.lag;

import io.itinera.collector.CollectorConfig;
import io.itinera.collector.CompleteUpTo;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells what was counted and what is declared, on a thread of its own and one source after the
 * other, so that neither collecting nor memory depends on it. What the broker does not take is
 * lost: it says how late a minute was, and the next one says the like.
 */
@Singleton
public final class LagReports {
    private static final Logger LOG = Logger.getLogger(LagReports.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Lags lags;
    private final LagTopic topic;
    private final Duration pause;
    private final Counter lost;
    private final InstantSource clock = Clock.systemUTC();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("lag-reports").unstarted(this::run);

    @Inject
    LagReports(Lags lags, LagTopic topic, CollectorConfig config, MeterRegistry meters) {
        this.lags = lags;
        this.topic = topic;
        this.pause = config.lagReports();
        this.lost =
                Counter.builder("itinera.collector.lag.lost")
                        .description("Reports of a source's lag that the broker did not take")
                        .register(meters);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Before the producer is closed. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE);
    }

    /**
     * A source has sent everything up to a moment; the broker had all of it before.
     *
     * @throws Problem when this cannot be told: then it is to be declared again
     */
    void declared(@Observes CompleteUpTo complete) {
        Source source = complete.source();
        Instant now = now();
        topic.tell(
                new LagReport(source.workspace(), source.id(), now, now, Map.of(), complete.at()));
    }

    /** Tells what was counted until now; what cannot be told ends the round. */
    public synchronized void tellAll() {
        for (LagCounts counts : lags.all()) {
            Optional<LagReport> report = counts.drain(now());
            if (report.isPresent() && !isTold(report.get())) {
                return;
            }
        }
    }

    private boolean isTold(LagReport report) {
        try {
            topic.tell(report);
            return true;
        } catch (Problem away) {
            lost.increment();
            LOG.infof("A source's lag could not be told: source=%s", report.source());
            return false;
        }
    }

    private void run() {
        boolean last;
        do {
            last = isStoppedWithinPause();
            tellAll();
        } while (!last);
    }

    private boolean isStoppedWithinPause() {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
