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

    /**
     * What a segment takes beside the standing itself, in bytes: a name, a standing, a membership.
     */
    private static final int WEIGHT_OF_A_PLACE = 12;

    /** What a standing takes that is not the same as the one before, in bytes. */
    private static final int WEIGHT_OF_A_STANDING = 80;

    private final String[] segments;
    private final Standing[] standings;
    private final List<String> memberships;
    private final @Nullable Instant firstChange;
    private final int different;

    private Standings(String[] segments, Standing[] standings, List<String> memberships) {
        this.segments = segments;
        this.standings = standings;
        this.memberships = memberships;
        Instant first = null;
        Standing before = null;
        int unlike = 0;
        for (Standing each : standings) {
            unlike += each.equals(before) ? 0 : 1;
            before = each;
            Instant at = each.changesAt();
            if (at != null && (first == null || at.isBefore(first))) {
                first = at;
            }
        }
        this.firstChange = first;
        this.different = unlike;
    }

    /** The same as such. */
    public static Standings of(Map<String, Standing> standings) {
        if (standings instanceof Standings already) {
            return already;
        }
        GrowingStandings all = new GrowingStandings(standings.size());
        new TreeMap<>(standings).forEach(all::add);
        return all.standings();
    }

    /** These, in the order of the segments' names. */
    static Standings made(String[] segments, Standing[] standings) {
        if (segments.length == 0) {
            return NONE;
        }
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
    public Standings with(SortedMap<String, @Nullable Standing> changed) {
        Standing[] after = standings.clone();
        boolean isMembershipChanged = false;
        for (Map.Entry<String, @Nullable Standing> each : changed.entrySet()) {
            Standing standing = each.getValue();
            int place = place(each.getKey());
            if (place < 0 || standing == null) {
                return merged(changed);
            }
            isMembershipChanged |= after[place].member() != standing.member();
            after[place] = standing;
        }
        return isMembershipChanged
                ? made(segments, after)
                : new Standings(segments, after, memberships);
    }

    private Standings merged(SortedMap<String, @Nullable Standing> changed) {
        GrowingStandings all = new GrowingStandings(segments.length + changed.size());
        int next = 0;
        for (Map.Entry<String, @Nullable Standing> each : changed.entrySet()) {
            int place = Arrays.binarySearch(segments, next, segments.length, each.getKey());
            int end = place < 0 ? -place - 1 : place;
            all.add(segments, standings, next, end);
            next = place < 0 ? end : end + 1;
            Standing standing = each.getValue();
            if (standing != null) {
                all.add(each.getKey(), standing);
            }
        }
        all.add(segments, standings, next, segments.length);
        return all.standings();
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
     * How a segment sorts beside an earlier one, which mostly is the very same; where either has no
     * more, the other comes first.
     */
    private int order(int now, Standings earlier, int then) {
        if (now == segments.length) {
            return 1;
        }
        if (then == earlier.segments.length) {
            return -1;
        }
        String its = earlier.segments[then];
        return segments[now].equals(its) ? 0 : segments[now].compareTo(its);
    }

    /** The segments that they are in, in order. */
    public List<String> memberships() {
        return memberships;
    }

    /** When time alone may next change one; empty for never. */
    public Optional<Instant> firstChange() {
        return Optional.ofNullable(firstChange);
    }

    /** About how many bytes of memory they take; names are shared by all customers. */
    public long weight() {
        return (long) segments.length * WEIGHT_OF_A_PLACE + (long) different * WEIGHT_OF_A_STANDING;
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
