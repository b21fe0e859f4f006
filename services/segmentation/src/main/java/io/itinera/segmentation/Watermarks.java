package io.itinera.segmentation;

import io.itinera.contracts.activity.ActivityTick;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DefinitionStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Up to when are each source's events likely all here? The smallest of what the partitions of
 * events say, once all of them have said something. What was told is forgotten at a restart and
 * told again.
 */
final class Watermarks {
    private final DefinitionStore store;
    private final int partitions;
    private final Map<UUID, Map<Integer, Pace>> paces;
    private final Map<UUID, Instant> told = new HashMap<>();

    Watermarks(DefinitionStore store, int partitions) {
        this.store = store;
        this.partitions = partitions;
        this.paces = store.paces();
    }

    void take(PeopleRecord.Paced it) {
        store.put(it.source(), it.partition(), it.pace());
        paces.computeIfAbsent(it.source(), _ -> new HashMap<>()).put(it.partition(), it.pace());
    }

    /** Those that have moved since they were told last; of many, the ones told longest ago. */
    Map<String, Instant> moved(Instant time) {
        Map<UUID, Instant> moved = new HashMap<>();
        for (UUID source : paces.keySet()) {
            watermark(source, time)
                    .filter(at -> at.isAfter(lastTold(source)))
                    .ifPresent(at -> moved.put(source, at));
        }
        Map<String, Instant> some = new LinkedHashMap<>();
        moved.keySet().stream()
                .sorted(Comparator.comparing(this::lastTold).thenComparing(UUID::compareTo))
                .limit(ActivityTick.MAX_WATERMARKS)
                .forEach(source -> some.put(source.toString(), tell(source, moved)));
        return some;
    }

    private Instant tell(UUID source, Map<UUID, Instant> moved) {
        Instant at = moved.getOrDefault(source, Instant.EPOCH);
        told.put(source, at);
        return at;
    }

    private Instant lastTold(UUID source) {
        return told.getOrDefault(source, Instant.EPOCH);
    }

    private Optional<Instant> watermark(UUID source, Instant time) {
        Map<Integer, Pace> known = paces.getOrDefault(source, Map.of());
        return known.size() < partitions ? Optional.empty() : Pace.smallest(known.values(), time);
    }
}
