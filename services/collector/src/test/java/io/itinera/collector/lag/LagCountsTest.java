package io.itinera.collector.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class LagCountsTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T09:00:00Z");
    private static final int THREADS = 4;
    private static final int EVENTS = 50_000;

    private final Source source =
            new Source(
                    new UUID(1, 2),
                    "w",
                    "Shop",
                    List.of(),
                    true,
                    Source.DEFAULT_HISTORIC_AFTER,
                    IntakeRules.DEFAULT,
                    null,
                    Map.of());
    private final LagCounts counts = new LagCounts(source, BEGAN);

    @Test
    void reportsFollowEachOther() {
        counts.count(3);
        counts.count(3);
        Instant first = BEGAN.plusSeconds(60);
        Optional<LagReport> one = counts.drain(first);
        Optional<LagReport> none = counts.drain(first.plusSeconds(60));
        counts.count(-7);
        Optional<LagReport> other = counts.drain(first.plusSeconds(120));

        UUID id = source.id();
        assertEquals(
                List.of(
                        Optional.of(new LagReport("w", id, BEGAN, first, Map.of(3, 2L), null)),
                        Optional.empty(),
                        Optional.of(
                                new LagReport(
                                        "w",
                                        id,
                                        first.plusSeconds(60),
                                        first.plusSeconds(120),
                                        Map.of(0, 1L),
                                        null))),
                List.of(one, none, other));
    }

    @Test
    void eachEventIsToldOnceHoweverManyThreadsCountWhileItIsTold() throws InterruptedException {
        CountDownLatch counting = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> countAll(counting)));
        }
        long told = 0;
        while (counting.getCount() > 0) {
            told += drained();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals((long) THREADS * EVENTS, told + drained());
    }

    private void countAll(CountDownLatch counting) {
        for (int event = 0; event < EVENTS; event++) {
            counts.count(event % 40);
        }
        counting.countDown();
    }

    private long drained() {
        return counts.drain(BEGAN).stream()
                .flatMap(report -> report.histogram().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
