package io.itinera.collector.plan;

import io.itinera.collector.Appeals;
import io.itinera.collector.Appeals.Appeal;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.Replay.Progress;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.hooks.Hooks;
import io.itinera.collector.hooks.KeptDelivery;
import io.itinera.collector.store.WriteKeys;
import io.itinera.collector.wire.RetrialJson;
import io.itinera.contracts.quarantine.Quarantined;
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

    private final Appeals appeals;
    private final Hooks hooks;
    private final WriteKeys sources;

    @Inject
    Retrials(Appeals appeals, Hooks hooks, WriteKeys sources) {
        this.appeals = appeals;
        this.hooks = hooks;
        this.sources = sources;
    }

    /**
     * What came of some.
     *
     * @param progress in numbers
     * @param taken the places of those that were taken, whole
     */
    record Came(Progress progress, List<String> taken) {}

    private record Candidate(String place, Appeal appeal) {}

    /**
     * Judges them, each by its own source's rules of today.
     *
     * @throws CompletionException when the broker does not take them
     */
    Came judge(List<QuarantineEntry> entries) {
        Map<UUID, List<QuarantineEntry>> bySource = new LinkedHashMap<>();
        for (QuarantineEntry entry : entries) {
            String source = entry.record().source();
            if (source != null && UUIDS.matcher(source).matches()) {
                bySource.computeIfAbsent(UUID.fromString(source), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<String> taken = new ArrayList<>();
        bySource.forEach(
                (id, ofSource) ->
                        sources.source(id)
                                .filter(source -> isOf(source, entries))
                                .ifPresent(
                                        source ->
                                                taken.addAll(
                                                        taken(
                                                                source,
                                                                candidates(source, ofSource)))));
        int refused = entries.size() - taken.size();
        return new Came(new Progress(entries.size(), taken.size(), refused, 0), taken);
    }

    private static boolean isOf(Source source, List<QuarantineEntry> entries) {
        return source.workspace().equals(entries.getFirst().record().workspace());
    }

    private List<Candidate> candidates(Source source, List<QuarantineEntry> entries) {
        return entries.stream()
                .flatMap(
                        entry ->
                                retrials(source, entry.record()).stream()
                                        .map(retrial -> candidate(retrial, entry)))
                .toList();
    }

    private static Candidate candidate(Retrial retrial, QuarantineEntry entry) {
        return new Candidate(entry.place(), new Appeal(retrial, entry.record().at()));
    }

    /** Its one event, or those that its webhook is by now. */
    private List<Retrial> retrials(Source source, Quarantined record) {
        Optional<KeptDelivery> delivery = KeptDelivery.of(record);
        if (delivery.isPresent()) {
            return hooks.anew(source, delivery.get());
        }
        RefusedEvent refused = record.refused();
        return refused == null ? List.of() : RetrialJson.read(refused).stream().toList();
    }

    private List<String> taken(Source source, List<Candidate> candidates) {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        List<Boolean> taken =
                appeals.hear(
                        source,
                        candidates.stream().map(Candidate::appeal).toList(),
                        failure -> {
                            if (failure == null) {
                                told.complete(true);
                            } else {
                                told.completeExceptionally(failure);
                            }
                        });
        boolean _ = told.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        Map<String, Boolean> places = new LinkedHashMap<>();
        for (int index = 0; index < taken.size(); index++) {
            places.merge(candidates.get(index).place(), taken.get(index), Boolean::logicalAnd);
        }
        return places.keySet().stream().filter(places::get).toList();
    }
}
