package io.itinera.collector.files;

import io.itinera.collector.Collector;
import io.itinera.collector.CollectorConfig;
import io.itinera.collector.Outcome;
import io.itinera.collector.Publisher;
import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.Import;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The collector's one pipeline, as one file's rows go through it. */
final class Pipeline implements Outlet {
    private final Collector collector;
    private final CollectorConfig config;
    private final InstantSource clock;
    private final Source source;
    private final Arrival.History history;
    private final @Nullable String trace;
    private List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
    private Instant receivedAt;
    private int suppressed;

    /**
     * @param trace the request's {@code traceparent}
     */
    Pipeline(
            Collector collector,
            CollectorConfig config,
            InstantSource clock,
            Source source,
            Import file,
            @Nullable String trace) {
        this.collector = collector;
        this.config = config;
        this.clock = clock;
        this.source = source;
        this.history = file.live() ? Arrival.History.OLD : Arrival.History.ALL;
        this.trace = trace;
        this.receivedAt = now();
    }

    @Override
    public void begin() {
        receivedAt = now();
    }

    @Override
    public List<Verdict> judge(Submission events, Supplier<String> ids) {
        Arrival arrival =
                new Arrival(
                        source,
                        receivedAt,
                        Resent.UNKNOWN,
                        config.skewCap(),
                        ids,
                        Sender.UNKNOWN,
                        collector.suppressed(source),
                        history);
        List<Verdict> verdicts = collector.judge(events, arrival);
        suppressed += events.drafts().size() - verdicts.size();
        return verdicts;
    }

    @Override
    public void publish(List<Judged> rows) {
        List<Verdict> verdicts = rows.stream().flatMap(row -> row.verdicts().stream()).toList();
        if (verdicts.isEmpty()) {
            return;
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        waiting.add(outcome);
        collector.publish(
                new Publisher.Batch(verdicts, source, receivedAt, trace),
                suppressed,
                outcome::complete);
        suppressed = 0;
    }

    @Override
    public boolean isTaken() {
        List<CompletableFuture<Outcome>> published = waiting;
        waiting = new ArrayList<>();
        return published.stream()
                .map(CompletableFuture::join)
                .allMatch(Outcome.Taken.class::isInstance);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
