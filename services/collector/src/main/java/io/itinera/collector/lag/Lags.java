package io.itinera.collector.lag;

import io.itinera.collector.Outcome;
import io.itinera.collector.Publisher;
import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.Source;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * How late live events are, by source. A historic event is not counted: it was late on purpose, and
 * triggers nothing that could wait for it. Files and events that are judged anew do not come by
 * here, since they say nothing of how late the source's next event will be; who sends files says
 * with them up to when they are complete.
 */
@Singleton
public final class Lags {
    private final Map<UUID, LagCounts> bySource = new ConcurrentHashMap<>();

    /** Counts a request's events once the broker has them, and then answers. */
    public Consumer<Outcome> counting(Publisher.Batch batch, Consumer<Outcome> answer) {
        LagCounts counts = of(batch);
        long[] lags = lags(batch);
        return outcome -> {
            if (outcome instanceof Outcome.Taken) {
                for (long lag : lags) {
                    counts.count(lag);
                }
            }
            answer.accept(outcome);
        };
    }

    Collection<LagCounts> all() {
        return List.copyOf(bySource.values());
    }

    /** Looked at where they were judged, where the events are at hand. */
    private static long[] lags(Publisher.Batch batch) {
        long receivedMs = batch.receivedAt().toEpochMilli();
        long[] lags = new long[batch.verdicts().size()];
        int live = 0;
        for (Verdict verdict : batch.verdicts()) {
            if (verdict instanceof Verdict.Accepted(_, _, _, _, NormalEvent event, _)
                    && !event.historic()) {
                lags[live++] = receivedMs - event.occurredAt().toEpochMilli();
            }
        }
        return live == lags.length ? lags : Arrays.copyOf(lags, live);
    }

    private LagCounts of(Publisher.Batch batch) {
        Source source = batch.source();
        LagCounts known = bySource.get(source.id());
        return known == null
                ? bySource.computeIfAbsent(
                        source.id(), _ -> new LagCounts(source, batch.receivedAt()))
                : known;
    }
}
