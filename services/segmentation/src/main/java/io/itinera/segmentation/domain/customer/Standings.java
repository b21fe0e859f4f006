package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands with each segment, in the order of the segments' names, never changed.
 * Somebody may stand with hundreds, of which an event changes a few: what stays is shared by the
 * standings before and after, and what all of them say together is found out once.
 */
public final class Standings extends AbstractMap<String, Standing> {
    /** Whoever stands with no segment. */
    public static final Standings NONE = new Standings(new String[0], new Standing[0], List.of());

    private final String[] segments;
    private final Standing[] standings;
    private final List<String> memberships;
    private final @Nullable Instant firstChange;

    private Standings(String[] segments, Standing[] standings, List<String> memberships) {
        this.segments = segments;
        this.standings = standings;
        this.memberships = memberships;
        Instant first = null;
        for (Standing each : standings) {
            Instant at = each.changesAt();
            if (at != null && (first == null || at.isBefore(first))) {
                first = at;
            }
        }
        this.firstChange = first;
    }

    /** The same as such. */
    public static Standings of(Map<String, Standing> standings) {
        if (standings instanceof Standings already) {
            return already;
        }
        SortedMap<String, Standing> inOrder = new TreeMap<>(standings);
        return inOrder.isEmpty()
                ? NONE
                : made(
                        inOrder.keySet().toArray(String[]::new),
                        inOrder.values().toArray(Standing[]::new));
    }

    private static Standings made(String[] segments, Standing[] standings) {
        String[] memberships = new String[segments.length];
        int count = 0;
        for (int i = 0; i < segments.length; i++) {
            if (standings[i].member()) {
                memberships[count++] = segments[i];
            }
        }
        return new Standings(segments, standings, List.of(Arrays.copyOf(memberships, count)));
    }

    /**
     * These with some changed.
     *
     * @param changed by segment; null for one with which they stand no more
     */
    public Standings with(Map<String, @Nullable Standing> changed) {
        Standing[] after = standings.clone();
        boolean isMembershipChanged = false;
        for (Map.Entry<String, @Nullable Standing> each : changed.entrySet()) {
            Standing standing = each.getValue();
            int place = place(each.getKey());
            if (place < 0 || standing == null) {
                return rebuilt(changed);
            }
            isMembershipChanged |= after[place].member() != standing.member();
            after[place] = standing;
        }
        return isMembershipChanged
                ? made(segments, after)
                : new Standings(segments, after, memberships);
    }

    private Standings rebuilt(Map<String, @Nullable Standing> changed) {
        SortedMap<String, Standing> all = new TreeMap<>(this);
        changed.forEach(
                (segment, standing) -> {
                    if (standing == null) {
                        all.remove(segment);
                    } else {
                        all.put(segment, standing);
                    }
                });
        return of(all);
    }

    /**
     * What has to be changed in earlier standings to make them these.
     *
     * @param most how many changes are too many, if it takes more
     * @return by segment, null for one with which they stood then and stand no more; empty when
     *     there are too many
     */
    public Optional<SortedMap<String, @Nullable Standing>> since(Standings earlier, int most) {
        SortedMap<String, @Nullable Standing> changed = new TreeMap<>();
        int now = 0;
        int then = 0;
        while (changed.size() <= most
                && (now < segments.length || then < earlier.segments.length)) {
            int order = order(now, earlier, then);
            if (order > 0) {
                changed.put(earlier.segments[then], null);
            } else if (order < 0 || !standings[now].equals(earlier.standings[then])) {
                changed.put(segments[now], standings[now]);
            }
            now += order <= 0 ? 1 : 0;
            then += order >= 0 ? 1 : 0;
        }
        return changed.size() > most ? Optional.empty() : Optional.of(changed);
    }

    /**
     * How a segment sorts beside an earlier one; where either has no more, the other comes first.
     */
    private int order(int now, Standings earlier, int then) {
        if (now == segments.length) {
            return 1;
        }
        return then == earlier.segments.length
                ? -1
                : segments[now].compareTo(earlier.segments[then]);
    }

    /** The segments that they are in, in order. */
    public List<String> memberships() {
        return memberships;
    }

    /** When time alone may next change one; empty for never. */
    public Optional<Instant> firstChange() {
        return Optional.ofNullable(firstChange);
    }

    private int place(Object segment) {
        return segment instanceof String name ? Arrays.binarySearch(segments, name) : -1;
    }

    @Override
    public @Nullable Standing get(Object segment) {
        int place = place(segment);
        return place < 0 ? null : standings[place];
    }

    @Override
    public boolean containsKey(Object segment) {
        return place(segment) >= 0;
    }

    @Override
    public int size() {
        return segments.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Standing> visitor) {
        for (int i = 0; i < segments.length; i++) {
            visitor.accept(segments[i], standings[i]);
        }
    }

    @Override
    public Collection<Standing> values() {
        return List.of(standings);
    }

    @Override
    public Set<Map.Entry<String, Standing>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Standing>> {
        @Override
        public Iterator<Map.Entry<String, Standing>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < segments.length;
                }

                @Override
                public Map.Entry<String, Standing> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("there are no more");
                    }
                    int place = next++;
                    return Map.entry(segments[place], standings[place]);
                }
            };
        }

        @Override
        public int size() {
            return segments.length;
        }
    }
}
