package io.itinera.segmentation.domain.accounts;

import io.itinera.segmentation.domain.customer.AccountName;
import io.itinera.segmentation.domain.customer.SameValue;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.customer.TraitLimit;
import io.itinera.segmentation.domain.people.Union;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account, in the partition where it lives. Of two values for a trait the one
 * that was said later holds, in whatever order they come.
 *
 * @param workspace the tenant
 * @param name as the company calls it: the key of its {@link AccountName}
 * @param traits by name; one that was removed stays as a stamp
 * @param revision how often a value has changed, from 1; 0 for one of which nobody spoke yet
 * @param members how many it has, by the partition in which they live
 * @param unusedSince when it was heard of last since nobody belongs to it; null while somebody does
 */
public record Account(
        String workspace,
        String name,
        SortedMap<String, Stamped<Object>> traits,
        long revision,
        SortedMap<Integer, Long> members,
        @Nullable Instant unusedSince) {
    /** The trait that says what people call it. */
    public static final String NAME = "name";

    /** How large all traits of an account may be, in characters of JSON, near enough. */
    public static final int MAX_SIZE = 2 * 1024;

    /**
     * How long an account is kept to which nobody belongs: until no merge can be undone that would
     * give it somebody back, and what is on its way by then has come.
     */
    public static final Duration KEPT_UNUSED = Union.UNDOABLE.plusDays(1);

    /** An account of which nobody spoke yet. */
    public static Account unknown(String workspace, String name) {
        return new Account(workspace, name, new TreeMap<>(), 0, new TreeMap<>(), null);
    }

    /** With what was said of it at a moment, by the clock of who said it. */
    public Account told(Map<String, Object> said, Instant at, @Nullable String by) {
        SortedMap<String, Stamped<Object>> after = new TreeMap<>(traits);
        boolean changed = revision == 0;
        for (Map.Entry<String, Object> each : said.entrySet()) {
            Stamped<Object> known = after.get(each.getKey());
            Stamped<Object> now = new Stamped<>(each.getValue(), at, by);
            if (Later.than(now, known)
                    && TraitLimit.admits(MAX_SIZE, after, each.getKey(), now.value())) {
                after.put(each.getKey(), now);
                changed |= !SameValue.same(now.value(), known == null ? null : known.value());
            }
        }
        long now = changed ? revision + 1 : revision;
        return new Account(workspace, name, after, now, members, unusedSince);
    }

    /** With so many members in a partition. */
    public Account counting(int partition, long count) {
        SortedMap<Integer, Long> counted = new TreeMap<>(members);
        if (count == 0) {
            counted.remove(partition);
        } else {
            counted.put(partition, count);
        }
        return new Account(workspace, name, traits, Math.max(revision, 1), counted, unusedSince);
    }

    /** The same, having been heard of at a moment: unused since then when nobody belongs to it. */
    public Account heardOf(Instant at) {
        boolean isLatest = unusedSince == null || at.isAfter(unusedSince);
        Instant since = isLatest ? at : unusedSince;
        return new Account(
                workspace, name, traits, revision, members, members.isEmpty() ? since : null);
    }

    /** A name as it is looked for: without regard to capitals. */
    public static String term(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How many members it has. */
    public long size() {
        return members.values().stream().mapToLong(Long::longValue).sum();
    }
}
