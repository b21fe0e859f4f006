package io.itinera.collector.plan;

import io.itinera.collector.Collector;
import io.itinera.collector.Collector.HeardBefore;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.Replay.Progress;
import io.itinera.collector.store.WriteKeys;
import io.itinera.collector.wire.RetrialJson;
import io.itinera.contracts.quarantine.RefusedEvent;
import io.itinera.contracts.settings.Source;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Judges quarantined events anew, and waits until the broker has what is taken. */
@Singleton
final class Retrials {
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Collector collector;
    private final WriteKeys sources;

    @Inject
    Retrials(Collector collector, WriteKeys sources) {
        this.collector = collector;
        this.sources = sources;
    }

    /**
     * What came of some.
     *
     * @param progress in numbers
     * @param taken the places of those that were taken
     */
    record Came(Progress progress, List<String> taken) {}

    private record Candidate(String place, UUID source, HeardBefore event) {}

    /**
     * Judges them, each by its own source's rules of today.
     *
     * @throws CompletionException when the broker does not take them
     */
    Came judge(List<QuarantineEntry> entries) {
        Map<UUID, List<Candidate>> bySource = new LinkedHashMap<>();
        for (QuarantineEntry entry : entries) {
            candidate(entry)
                    .ifPresent(
                            it ->
                                    bySource.computeIfAbsent(it.source(), _ -> new ArrayList<>())
                                            .add(it));
        }
        List<String> taken = new ArrayList<>();
        bySource.forEach(
                (id, candidates) ->
                        sources.source(id)
                                .filter(source -> isOf(source, entries))
                                .ifPresent(source -> taken.addAll(taken(source, candidates))));
        int refused = entries.size() - taken.size();
        return new Came(new Progress(entries.size(), taken.size(), refused, 0), taken);
    }

    private static boolean isOf(Source source, List<QuarantineEntry> entries) {
        return source.workspace().equals(entries.getFirst().record().workspace());
    }

    private static Optional<Candidate> candidate(QuarantineEntry entry) {
        RefusedEvent refused = entry.record().refused();
        String source = entry.record().source();
        if (refused == null || source == null || !UUIDS.matcher(source).matches()) {
            return Optional.empty();
        }
        return RetrialJson.read(refused)
                .map(
                        retrial ->
                                new Candidate(
                                        entry.place(),
                                        UUID.fromString(source),
                                        new HeardBefore(retrial, entry.record().at())));
    }

    private List<String> taken(Source source, List<Candidate> candidates) {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        List<Boolean> taken =
                collector.judgeAnew(
                        source,
                        candidates.stream().map(Candidate::event).toList(),
                        failure -> {
                            if (failure == null) {
                                told.complete(true);
                            } else {
                                told.completeExceptionally(failure);
                            }
                        });
        boolean _ = told.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        List<String> places = new ArrayList<>();
        for (int index = 0; index < taken.size(); index++) {
            if (taken.get(index)) {
                places.add(candidates.get(index).place());
            }
        }
        return places;
    }
}
