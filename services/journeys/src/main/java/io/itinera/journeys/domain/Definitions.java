package io.itinera.journeys.domain;

import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.journeys.domain.plan.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The published journeys of one workspace at one moment. */
public final class Definitions {
    private final Map<UUID, NavigableMap<Integer, Version>> versions = new HashMap<>();
    private final Map<UUID, JourneyHead> heads = new HashMap<>();
    private final Map<String, List<Offer>> offers = new HashMap<>();

    /**
     * A journey that takes newcomers.
     *
     * @param version the version that they take
     * @param ready false while the history that it asks about is still being computed
     */
    public record Offer(Version version, boolean ready) {}

    private Definitions() {}

    /**
     * Puts the published journeys together.
     *
     * @param versions every version that someone may stand on, and the newest
     * @param heads one for each journey
     * @param computed whether a history condition, by its hash, has been computed for everyone
     */
    public static Definitions of(
            Collection<Version> versions,
            Collection<JourneyHead> heads,
            Predicate<String> computed) {
        Definitions all = new Definitions();
        for (Version version : versions) {
            all.versions
                    .computeIfAbsent(version.journey(), _ -> new TreeMap<>())
                    .put(version.number(), version);
        }
        heads.stream()
                .sorted(Comparator.comparing(JourneyHead::id))
                .forEach(head -> all.add(head, computed));
        return all;
    }

    private void add(JourneyHead head, Predicate<String> computed) {
        heads.put(head.id(), head);
        if (head.state() != JourneyState.live) {
            return;
        }
        Offer offer = newest(head, computed);
        if (offer != null) {
            offers.computeIfAbsent(offer.version().entry().event(), _ -> new ArrayList<>())
                    .add(offer);
        }
    }

    /** The newest version that is ready, else the newest. */
    private @Nullable Offer newest(JourneyHead head, Predicate<String> computed) {
        var candidates =
                versions.getOrDefault(head.id(), new TreeMap<>())
                        .headMap(head.version(), true)
                        .descendingMap();
        for (Version version : candidates.values()) {
            if (version.awaited().stream().allMatch(computed)) {
                return new Offer(version, true);
            }
        }
        return candidates.isEmpty() ? null : new Offer(candidates.firstEntry().getValue(), false);
    }

    /** The version that a run is pinned to; empty when this task has not read it yet. */
    public Optional<Version> version(UUID journey, int number) {
        return Optional.ofNullable(versions.getOrDefault(journey, new TreeMap<>()).get(number));
    }

    /** True when those inside have been taken out. */
    public boolean ended(UUID journey) {
        JourneyHead head = heads.get(journey);
        return head != null && head.state() == JourneyState.ended;
    }

    /** The journeys that an event of this name can begin, by journey id. */
    List<Offer> offers(String event) {
        return offers.getOrDefault(event, List.of());
    }
}
