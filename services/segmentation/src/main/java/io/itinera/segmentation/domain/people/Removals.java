package io.itinera.segmentation.domain.people;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of a person was taken out.
 *
 * @param byStore how much of each kind, by its name in the receipt
 */
public record Removals(SortedMap<String, Long> byStore) {
    /** What was known of customers. */
    public static final String PROFILES = "profiles";

    /** Names, and the ways by which they were found. */
    public static final String IDENTITIES = "identities";

    /** What they did and what was done with them. */
    public static final String TIMELINE = "timeline";

    /** Segments that they were in. */
    public static final String MEMBERSHIPS = "memberships";

    /** Changes that time would have made. */
    public static final String TIMERS = "timers";

    /** How we knew who they are. */
    public static final String LEDGER = "ledger";

    /** What it would have taken to undo merges. */
    public static final String MERGES = "merges";

    /** Notes of who had become whom. */
    public static final String REDIRECTS = "redirects";

    /** Devices that were theirs, with the evidence. */
    public static final String LINKS = "links";

    public static final Removals NONE = new Removals(Collections.emptySortedMap());

    public Removals {
        byStore = Collections.unmodifiableSortedMap(new TreeMap<>(byStore));
    }

    /** And so much of one kind. */
    public Removals and(String store, long count) {
        if (count == 0) {
            return this;
        }
        SortedMap<String, Long> sum = new TreeMap<>(byStore);
        sum.merge(store, count, Long::sum);
        return new Removals(sum);
    }

    /** Both. */
    public Removals and(Removals other) {
        SortedMap<String, Long> sum = new TreeMap<>(byStore);
        other.byStore.forEach((store, count) -> sum.merge(store, count, Long::sum));
        return new Removals(sum);
    }
}
