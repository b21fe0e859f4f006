package io.itinera.segmentation.domain.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * All names that one customer is known to have. What is learned does not depend on the order in
 * which it is told, except for what makes room.
 *
 * @param byKind each kind's names, never empty
 * @param dropped how many made room for newer ones
 */
public record KnownIdentities(SortedMap<String, SortedMap<String, Identity>> byKind, long dropped) {
    /** The most names of one kind; the one that was not said for longest makes room. */
    public static final int MAX_OF_ONE_KIND = 100;

    /** The most kinds of names; a name of one kind more is not taken. */
    public static final int MAX_KINDS = 30;

    public static final KnownIdentities NONE = new KnownIdentities(Collections.emptySortedMap(), 0);

    private static final Comparator<Map.Entry<String, Identity>> BY_LAST_SAID =
            Comparator.<Map.Entry<String, Identity>, Instant>comparing(it -> it.getValue().lastAt())
                    .thenComparing(Map.Entry::getKey);

    /** These, and one more, or one of them said again. */
    public KnownIdentities with(Named name, Identity said) {
        if (byKind.size() == MAX_KINDS && !byKind.containsKey(name.kind())) {
            return this;
        }
        SortedMap<String, Identity> before = byKind.getOrDefault(name.kind(), new TreeMap<>());
        Identity known = before.get(name.value());
        Identity after = known == null ? said : known.and(said);
        if (after.equals(known)) {
            return this;
        }
        SortedMap<String, Identity> names = new TreeMap<>(before);
        names.put(name.value(), after);
        long more = 0;
        if (names.size() > MAX_OF_ONE_KIND) {
            names.remove(Collections.min(names.entrySet(), BY_LAST_SAID).getKey());
            more = 1;
        }
        SortedMap<String, SortedMap<String, Identity>> all = new TreeMap<>(byKind);
        all.put(name.kind(), names);
        return new KnownIdentities(all, dropped + more);
    }

    /** These, and all that somebody else was known by who was found to be the same. */
    public KnownIdentities with(KnownIdentities other) {
        KnownIdentities[] both = {new KnownIdentities(byKind, dropped + other.dropped)};
        other.each((name, said) -> both[0] = both[0].with(name, said));
        return both[0];
    }

    /** Shows each. */
    public void each(BiConsumer<Named, Identity> visitor) {
        byKind.forEach(
                (kind, names) ->
                        names.forEach(
                                (value, said) -> visitor.accept(new Named(kind, value), said)));
    }

    /** Whether a name is among these. */
    public boolean has(Named name) {
        SortedMap<String, Identity> names = byKind.get(name.kind());
        return names != null && names.containsKey(name.value());
    }

    /** The names of one kind. */
    public SortedMap<String, Identity> of(String kind) {
        return byKind.getOrDefault(kind, Collections.emptySortedMap());
    }

    /** The name of a kind that was said last. */
    public Optional<String> newest(String kind) {
        return of(kind).entrySet().stream().max(BY_LAST_SAID).map(Map.Entry::getKey);
    }

    /** Of each kind the name that was said last. */
    public SortedMap<String, String> newest() {
        SortedMap<String, String> newest = new TreeMap<>();
        byKind.forEach(
                (kind, names) ->
                        newest.put(kind, Collections.max(names.entrySet(), BY_LAST_SAID).getKey()));
        return newest;
    }
}
