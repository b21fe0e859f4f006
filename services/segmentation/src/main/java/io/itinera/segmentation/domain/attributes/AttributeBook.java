package io.itinera.segmentation.domain.attributes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A workspace's attributes as they hold now, found by what can change what they say. */
public final class AttributeBook {
    public static final AttributeBook EMPTY = new AttributeBook();

    private final Map<String, Attribute> byKey = new HashMap<>();
    private final Map<String, List<Attribute>> byEvent = new HashMap<>();
    private final Map<String, List<Attribute>> byTrait = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<Attribute> computing = new ArrayList<>();

    /** Takes an attribute in. */
    public void add(Attribute attribute) {
        byKey.put(attribute.key(), attribute);
        attribute.formula().events().forEach(event -> index(byEvent, event, attribute));
        attribute.formula().mentions().forEach(trait -> index(byTrait, trait, attribute));
    }

    /** Takes an attribute in that is being computed over everyone. */
    public void addComputing(Attribute attribute) {
        add(attribute);
        computing.add(attribute);
    }

    /**
     * An attribute ranks above all whose traits it mentions. Publishing refuses circles; should two
     * publishes at once have made one, counting ends after as many rounds as there are attributes.
     */
    public void rank() {
        boolean rising = true;
        for (int round = 0; rising && round <= byKey.size(); round++) {
            rising = false;
            for (Attribute attribute : byKey.values()) {
                for (String trait : attribute.formula().makes()) {
                    for (Attribute above : byTrait.getOrDefault(trait, List.of())) {
                        int rank = 1 + rank(attribute);
                        if (rank > rank(above)) {
                            ranks.put(above.key(), rank);
                            rising = true;
                        }
                    }
                }
            }
        }
        computing.sort(order());
    }

    /** The attribute with this key; null when there is none. */
    public @Nullable Attribute find(String key) {
        return byKey.get(key);
    }

    /** All of them. */
    public Collection<Attribute> all() {
        return byKey.values();
    }

    /** Those that an event of this name, or a change of these traits, can change. */
    public Collection<Attribute> touched(@Nullable String event, Collection<String> traits) {
        Set<Attribute> touched = new LinkedHashSet<>(byEvent.getOrDefault(event, List.of()));
        traits.forEach(trait -> touched.addAll(byTrait.getOrDefault(trait, List.of())));
        return touched;
    }

    /** Those that are being computed over everyone, in the order in which they build on others. */
    public List<Attribute> computing() {
        return computing;
    }

    /** An empty agenda: attributes come before those that mention their traits. */
    public NavigableSet<Attribute> agenda() {
        return new TreeSet<>(order());
    }

    private Comparator<Attribute> order() {
        return Comparator.<Attribute>comparingInt(this::rank).thenComparing(Attribute::key);
    }

    private int rank(Attribute attribute) {
        return ranks.getOrDefault(attribute.key(), 0);
    }

    private static void index(Map<String, List<Attribute>> index, String key, Attribute attribute) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(attribute);
    }
}
