package io.itinera.collector.plan;

import io.itinera.collector.domain.SeenName;
import io.itinera.collector.domain.Tally;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.store.SeenStore;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which events came in, by name. Counted in memory where events are taken, and added to the
 * database every few seconds by a thread of its own; while that is away, counts are kept as far as
 * there is room for names.
 */
@Singleton
public final class SeenNames {
    private static final Logger LOG = Logger.getLogger(SeenNames.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int NAMES_AT_ONCE = 1_000;

    private final SeenCounts counts = new SeenCounts(SeenCounts.Bounds.USUAL);
    private final SeenStore store;
    private final ErasedSamples erased;
    private final Duration pause;
    private final Duration samplesKept;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("seen-names").unstarted(this::run);

    @Inject
    SeenNames(SeenStore store, ErasedSamples erased, PlanConfig config) {
        this.store = store;
        this.erased = erased;
        this.pause = config.seenFlush();
        this.samplesKept = config.samplesKept();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE);
    }

    /**
     * Sums up what came of a request's events.
     *
     * @return counts it
     */
    public Runnable counting(Source source, Instant at, List<Verdict> verdicts) {
        Collection<SeenSum> sums = SeenSum.of(verdicts);
        return () -> counts.add(source, at, sums);
    }

    private void run() {
        Map<SeenName, Tally> waiting = new HashMap<>();
        Instant swept = Instant.EPOCH;
        boolean last;
        do {
            last = isStoppedWithinPause();
            Map<SeenName, Tally> news = counts.drain();
            waiting = waiting.isEmpty() ? news : together(waiting, news);
            if (!waiting.isEmpty()) {
                waiting = store(erased.without(waiting));
            }
            erased.takeOut();
            Instant now = clock.instant();
            if (!now.isBefore(swept.plus(SWEEP)) && isSwept(now)) {
                swept = now;
            }
        } while (!last);
    }

    /** What could not be stored. */
    private Map<SeenName, Tally> store(Map<SeenName, Tally> tallies) {
        Map<SeenName, Tally> left = new HashMap<>(tallies);
        while (!left.isEmpty()) {
            Map<SeenName, Tally> some =
                    left.entrySet().stream()
                            .limit(NAMES_AT_ONCE)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (!isStored(some)) {
                return left;
            }
            left.keySet().removeAll(some.keySet());
        }
        return left;
    }

    private boolean isStored(Map<SeenName, Tally> tallies) {
        try {
            store.add(tallies).await().atMost(PATIENCE);
        } catch (Problem away) {
            return false;
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "What was seen of %d names is lost", tallies.size());
        }
        return true;
    }

    private boolean isSwept(Instant now) {
        try {
            store.forgetSamples(now.minus(samplesKept)).await().atMost(PATIENCE);
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    /** As many names as before may wait; what comes beyond is counted among the others. */
    private static Map<SeenName, Tally> together(
            Map<SeenName, Tally> waiting, Map<SeenName, Tally> news) {
        news.forEach(
                (name, tally) -> {
                    boolean hasRoom =
                            waiting.containsKey(name)
                                    || waiting.size() < SeenCounts.Bounds.USUAL.allNames();
                    waiting.merge(hasRoom ? name : name.among(), tally, Tally::plus);
                });
        return waiting;
    }

    private boolean isStoppedWithinPause() {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
