package io.itinera.segmentation.store;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.customer.Happening;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What customers did. Entries lie by customer, day, time and id; an index lies by customer, name,
 * time and id, with what conditions ask of each, which an earlier release left out. Scans go from
 * the newest back and are bounded.
 */
public final class TimelineView {
    /** The most entries of one name that a scan shows. */
    public static final int MAX_SCANNED = Conditions.MAX_READ;

    /** How many entries one page looks at, of which it shows those that are wanted. */
    static final int MAX_LOOKED = 2_000;

    static final char ENTRY = 'e';
    static final char INDEX = 'n';

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public TimelineView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A customer's history as conditions scan it. */
    public History of(UUID customer) {
        return (name, from, visitor) -> scan(customer, name, from, visitor);
    }

    private void scan(
            UUID customer, String name, Instant from, Predicate<History.Occurrence> visitor) {
        StoreKey names = StoreKey.of(INDEX).uuid(customer).text(name);
        Bytes first = StoreKey.of(INDEX).uuid(customer).text(name).instant(from).bytes();
        int shown = 0;
        try (KeyValueIterator<Bytes, byte[]> newest =
                store.reverseRange(first, Ranges.last(names))) {
            while (newest.hasNext() && shown < MAX_SCANNED) {
                shown++;
                if (!visitor.test(occurrence(customer, newest.next()))) {
                    return;
                }
            }
        }
    }

    private History.Occurrence occurrence(UUID customer, KeyValue<Bytes, byte[]> index) {
        StoreKeyReader key = StoreKeyReader.of(index.key);
        key.uuid();
        key.text();
        Instant at = key.instant();
        String id = key.text();
        return new History.Occurrence(
                at,
                EntryPacking.properties(index.value)
                        .orElseGet(() -> entry(customer, at, id).happening().properties()),
                id);
    }

    /** A page of a timeline, newest first. */
    public Excerpt.Page page(UUID customer, Excerpt wanted) {
        String name = wanted.name();
        StoreKey all =
                name == null
                        ? StoreKey.of(ENTRY).uuid(customer)
                        : StoreKey.of(INDEX).uuid(customer).text(name);
        Bytes until = place(customer, name, wanted.before());
        List<Entry> page = new ArrayList<>();
        Excerpt.Place last = wanted.before();
        int looked = 0;
        try (KeyValueIterator<Bytes, byte[]> newest = store.reverseRange(all.bytes(), until)) {
            while (newest.hasNext() && page.size() < wanted.limit() && looked < MAX_LOOKED) {
                KeyValue<Bytes, byte[]> found = newest.next();
                if (found.key.equals(until)) {
                    continue;
                }
                looked++;
                Entry entry = name == null ? EntryPacking.entry(found.value) : indexed(found.key);
                Happening it = entry.happening();
                if (it.occurredAt().isBefore(wanted.from())) {
                    return new Excerpt.Page(page, null);
                }
                last = new Excerpt.Place(it.occurredAt(), it.id());
                if (wanted.kind().includes(it)) {
                    page.add(entry);
                }
            }
            return new Excerpt.Page(page, newest.hasNext() ? last : null);
        }
    }

    private Entry indexed(Bytes index) {
        StoreKeyReader key = StoreKeyReader.of(index);
        UUID customer = key.uuid();
        key.text();
        return entry(customer, key.instant(), key.text());
    }

    private Entry entry(UUID customer, Instant at, String id) {
        byte[] packed = store.get(entryKey(customer, at, id));
        if (packed == null) {
            throw new IllegalStateException("the index of " + customer + " names a missing entry");
        }
        return EntryPacking.entry(packed);
    }

    /** The key of an entry, or one behind all that happened before a moment. */
    private static Bytes place(UUID customer, @Nullable String name, Excerpt.Place before) {
        String id = before.id();
        Instant at = id == null ? before.at().minusMillis(1) : before.at();
        StoreKey time =
                name == null
                        ? timeKey(customer, at)
                        : StoreKey.of(INDEX).uuid(customer).text(name).instant(at);
        return id == null ? Ranges.last(time) : time.text(id).bytes();
    }

    static Bytes entryKey(UUID customer, Happening happening) {
        return entryKey(customer, happening.occurredAt(), happening.id());
    }

    private static Bytes entryKey(UUID customer, Instant at, String id) {
        return timeKey(customer, at).text(id).bytes();
    }

    private static StoreKey timeKey(UUID customer, Instant at) {
        return StoreKey.of(ENTRY).uuid(customer).number(day(at)).instant(at);
    }

    static int day(Instant at) {
        return Math.toIntExact(at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
    }
}
