package io.itinera.journeys.domain;

import io.itinera.conditions.Performance;
import io.itinera.contracts.definitions.CollectionRule;
import io.itinera.journeys.domain.plan.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run remembers.
 *
 * @param latest when the latest event for this run occurred
 * @param visits how often it came to each node
 * @param collections what it gathered, by name, oldest first
 * @param counts when what it counts itself occurred, by the condition's hash, newest first; never
 *     more than decide the condition
 */
public record Memory(
        Instant latest,
        Map<String, Integer> visits,
        Map<String, List<Item>> collections,
        Map<String, List<Instant>> counts) {

    /** About how many characters of JSON a collection keeps; the oldest items make room. */
    public static final long MAX_COLLECTION_WEIGHT = 64 * 1024;

    public Memory {
        visits = Map.copyOf(visits);
        collections = Map.copyOf(collections);
        counts = Map.copyOf(counts);
    }

    static Memory empty(Instant latest) {
        return new Memory(latest, Map.of(), Map.of(), Map.of());
    }

    int visits(String node) {
        return visits.getOrDefault(node, 0);
    }

    Memory visited(String node) {
        return new Memory(latest, with(visits, node, visits(node) + 1), collections, counts);
    }

    Memory latest(Instant occurredAt) {
        return occurredAt.isAfter(latest)
                ? new Memory(occurredAt, visits, collections, counts)
                : this;
    }

    /** What the version has this run count. */
    Memory counting(Version version, Map<String, Object> trigger, Happening happening) {
        Map<String, List<Instant>> after = counts;
        for (Performance performance : version.counted()) {
            if (performance.counts(happening.name(), happening.properties(), trigger)) {
                after = with(after, performance.hash(), counted(performance, happening));
            }
        }
        return new Memory(latest, visits, collections, after);
    }

    /**
     * Starts a count at what the history had, of which only the answer is known: enough to pass the
     * lower bound, or too many for the upper.
     */
    Memory answered(Performance performance, boolean holds, Instant occurredAt) {
        Integer most = performance.times().atMost();
        int seen = holds ? performance.times().atLeast() : 0;
        if (!holds && performance.times().atLeast() == 0 && most != null) {
            seen = most + 1;
        }
        return counts.getOrDefault(performance.hash(), List.of()).size() >= seen
                ? this
                : new Memory(
                        latest,
                        visits,
                        collections,
                        with(counts, performance.hash(), Collections.nCopies(seen, occurredAt)));
    }

    private List<Instant> counted(Performance performance, Happening happening) {
        List<Instant> times = new ArrayList<>(counts.getOrDefault(performance.hash(), List.of()));
        times.add(happening.occurredAt());
        times.sort(Comparator.reverseOrder());
        return List.copyOf(times.subList(0, Math.min(times.size(), enough(performance))));
    }

    /** One past the upper bound decides, and without one the lower bound does. */
    private static int enough(Performance performance) {
        Integer most = performance.times().atMost();
        return Math.max(1, most == null ? performance.times().atLeast() : most + 1);
    }

    /** What the version has this run gather; the happening is known to be for this run. */
    Memory gathering(Version version, Happening happening) {
        Map<String, List<Item>> after = collections;
        for (var each : version.collections().entrySet()) {
            List<Item> items = collections.getOrDefault(each.getKey(), List.of());
            CollectionRule rule = each.getValue();
            if (rule.addedBy().equals(happening.name())) {
                after = with(after, each.getKey(), added(items, rule, happening));
            } else if (happening.name().equals(rule.removedBy())) {
                after = with(after, each.getKey(), without(items, id(rule, happening)));
            }
        }
        return new Memory(latest, visits, after, counts);
    }

    private static @Nullable String id(CollectionRule rule, Happening happening) {
        return Values.text(happening.properties(), rule.item());
    }

    private static List<Item> added(List<Item> items, CollectionRule rule, Happening happening) {
        Item item = new Item(id(rule, happening), happening.properties());
        List<Item> after = new ArrayList<>(without(items, item.id()));
        after.add(item);
        while (after.size() > CollectionRule.MAX_ITEMS || (after.size() > 1 && tooHeavy(after))) {
            after.removeFirst();
        }
        return List.copyOf(after);
    }

    private static boolean tooHeavy(List<Item> items) {
        return items.stream().mapToLong(item -> Values.weight(item.properties())).sum()
                > MAX_COLLECTION_WEIGHT;
    }

    private static List<Item> without(List<Item> items, @Nullable String id) {
        return id == null
                ? items
                : items.stream().filter(item -> !Objects.equals(item.id(), id)).toList();
    }

    /** The first collection that had something before and has nothing now. */
    @Nullable String emptiedSince(Memory before) {
        for (String name : new TreeMap<>(collections).keySet()) {
            boolean had = !before.collections.getOrDefault(name, List.of()).isEmpty();
            if (had && collections.getOrDefault(name, List.of()).isEmpty()) {
                return name;
            }
        }
        return null;
    }

    /** This run's items with those of another that turned out to be the same run. */
    Memory joined(Memory other, Set<String> names) {
        Map<String, List<Item>> after = collections;
        for (String name : names) {
            List<Item> mine = collections.getOrDefault(name, List.of());
            List<Item> all = new ArrayList<>(mine);
            for (Item item : other.collections.getOrDefault(name, List.of())) {
                boolean known =
                        item.id() != null
                                && mine.stream().anyMatch(own -> item.id().equals(own.id()));
                if (!known && all.size() < CollectionRule.MAX_ITEMS) {
                    all.add(item);
                }
            }
            after = with(after, name, List.copyOf(all));
        }
        return new Memory(latest, visits, after, counts).latest(other.latest);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> after = new TreeMap<>(map);
        after.put(key, value);
        return after;
    }
}
