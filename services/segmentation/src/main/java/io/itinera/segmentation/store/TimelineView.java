package io.itinera.segmentation.store;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.customer.Entry;
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

/**
 * What customers did. Entries lie by customer, day, time and id; an index lies by customer, name,
 * time and id. Scans go from the newest back and are bounded.
 */
public final class TimelineView {
    /** The most entries of one name that a scan shows. */
    public static final int MAX_SCANNED = Conditions.MAX_READ;

    static final char ENTRY = 'e';
    static final char INDEX = 'n';
    static final char COUNT = 'c';

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
                StoreKeyReader key = StoreKeyReader.of(newest.next().key);
                key.uuid();
                key.text();
                if (!visitor.test(occurrence(customer, key.instant(), key.text()))) {
                    return;
                }
            }
        }
    }

    private History.Occurrence occurrence(UUID customer, Instant at, String id) {
        byte[] packed = store.get(entryKey(customer, at, id));
        if (packed == null) {
            throw new IllegalStateException("the index of " + customer + " names a missing entry");
        }
        return new History.Occurrence(
                at, EntryPacking.entry(packed).happening().properties(), id);
    }

    /**
     * A page of a timeline, newest first.
     *
     * @param before shows what happened before this moment
     * @param limit how many at most
     */
    public List<Entry> page(UUID customer, Instant before, int limit) {
        List<Entry> page = new ArrayList<>();
        Bytes first = StoreKey.of(ENTRY).uuid(customer).bytes();
        Bytes last = Ranges.last(timeKey(customer, before.minusMillis(1)));
        try (KeyValueIterator<Bytes, byte[]> newest = store.reverseRange(first, last)) {
            while (newest.hasNext() && page.size() < limit) {
                KeyValue<Bytes, byte[]> entry = newest.next();
                page.add(EntryPacking.entry(entry.value));
            }
        }
        return page;
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
