package io.itinera.segmentation.store;

import io.itinera.conditions.History;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Timelines as they grow, move and are forgotten. */
public final class TimelineStore {
    /** For how long what happened is kept, unless an operator says otherwise. */
    public static final Duration MEMORY = Duration.ofDays(400);

    /** The most entries of one name that a customer keeps; the oldest make room. */
    public static final int MAX_OF_ONE_NAME = TimelineView.MAX_SCANNED;

    /** How many customers one sweep looks at, and how many entries it forgets at most. */
    static final int SWEPT_CUSTOMERS = 160;

    static final int SWEPT_ENTRIES = 200;

    /**
     * An appended line looks whether there are too many of its name when the hash of its id says
     * so, one of so many: what is too many by a few is never read.
     */
    static final int LOOKS_ONCE_IN = 512;

    /** How many lines make room at most when one comes. */
    static final int MOST_FORGOTTEN = 1_000;

    /** How much memory the histories of those who were there lately take, about. */
    private static final long RECALLED_BYTES = 10L << 20;

    private final KeyValueStore<Bytes, byte[]> store;
    private final TimelineView view;
    private final Recalls recalls;
    private final Duration history;
    private Bytes cursor = StoreKey.of(TimelineView.ENTRY).bytes();

    /**
     * What is older than this day is forgotten in the round that is under way, or was in the last.
     */
    private int roundsDay;

    private boolean isRoundOver = true;

    public TimelineStore(KeyValueStore<Bytes, byte[]> store) {
        this(store, MEMORY);
    }

    /**
     * Timelines of another length.
     *
     * @param history for how long what happened is kept
     */
    public TimelineStore(KeyValueStore<Bytes, byte[]> store, Duration history) {
        this.store = store;
        this.view = new TimelineView(store);
        this.recalls = new Recalls(view::of, RECALLED_BYTES);
        this.history = history;
    }

    /** The same, to be read. */
    public TimelineView view() {
        return view;
    }

    /** A customer's history, to be read before anything else is done here. */
    public History history(UUID customer) {
        return recalls.of(customer);
    }

    /** Adds a line; the same line twice is one. */
    public void append(UUID customer, Entry entry) {
        Happening happening = entry.happening();
        store.putAll(
                List.of(
                        new KeyValue<>(
                                TimelineView.entryKey(customer, happening),
                                EntryPacking.pack(entry)),
                        new KeyValue<>(
                                indexKey(customer, happening), EntryPacking.index(happening))));
        recalls.add(
                customer,
                happening.name(),
                new History.Occurrence(
                        happening.occurredAt(), happening.properties(), happening.id()));
        if (looks(happening.id())) {
            keepTheMost(customer, happening.name());
        }
    }

    static boolean looks(String id) {
        return Math.floorMod(id.hashCode(), LOOKS_ONCE_IN) == 0;
    }

    /** What makes room is older than all that is ever read again, and so never recalled. */
    private void keepTheMost(UUID customer, String name) {
        StoreKey names = StoreKey.of(TimelineView.INDEX).uuid(customer).text(name);
        int tooMany = count(names, MAX_OF_ONE_NAME + MOST_FORGOTTEN) - MAX_OF_ONE_NAME;
        if (tooMany <= 0) {
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> oldest =
                store.range(names.bytes(), Ranges.last(names))) {
            for (int forgotten = 0; forgotten < tooMany && oldest.hasNext(); forgotten++) {
                Bytes index = oldest.next().key;
                store.delete(entryKey(customer, index));
                store.delete(index);
            }
        }
    }

    private int count(StoreKey names, int enough) {
        int count = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.range(names.bytes(), Ranges.last(names))) {
            while (count < enough && all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    private static Bytes entryKey(UUID customer, Bytes index) {
        StoreKeyReader key = StoreKeyReader.of(index);
        key.uuid();
        key.text();
        Instant at = key.instant();
        return StoreKey.of(TimelineView.ENTRY)
                .uuid(customer)
                .number(TimelineView.day(at))
                .instant(at)
                .text(key.text())
                .bytes();
    }

    /**
     * Part of a timeline that was taken out.
     *
     * @param entries its lines, oldest first
     * @param next where the timeline goes on; null when nothing is left of it
     */
    public record Part(List<Entry> entries, @Nullable Bytes next) {}

    /**
     * Takes the oldest lines of a timeline out, at most so many bytes of them, but one at least.
     */
    public Part takeOut(UUID customer, int maxBytes) {
        return takeOut(customer, start(customer), maxBytes);
    }

    /** Takes more of a timeline out, from where an earlier part ended. */
    public Part takeOut(UUID customer, Bytes from, int maxBytes) {
        Bytes last = Ranges.last(StoreKey.of(TimelineView.ENTRY).uuid(customer));
        List<Entry> taken = new ArrayList<>();
        int bytes = 0;
        try (KeyValueIterator<Bytes, byte[]> lines = store.range(from, last)) {
            while (lines.hasNext()) {
                KeyValue<Bytes, byte[]> line = lines.next();
                bytes += line.value.length;
                if (bytes > maxBytes && !taken.isEmpty()) {
                    return new Part(taken, line.key);
                }
                Entry entry = EntryPacking.entry(line.value);
                forget(customer, line.key, entry.happening());
                taken.add(entry);
            }
        }
        return new Part(taken, null);
    }

    /** Where a timeline begins. */
    static Bytes start(UUID customer) {
        return StoreKey.of(TimelineView.ENTRY).uuid(customer).bytes();
    }

    /**
     * Part of a timeline that was divided in two.
     *
     * @param taken lines that were taken out, oldest first
     * @param kept lines that lie there still, oldest first
     * @param next where the timeline goes on; null when it was all read
     */
    public record Divided(List<Entry> taken, List<Entry> kept, @Nullable Bytes next) {}

    /** Takes some of the lines of a timeline out, reading so many of them, or bytes, at most. */
    public Divided divide(
            UUID customer, Bytes from, int maxLines, int maxBytes, Predicate<Entry> out) {
        Bytes last = Ranges.last(StoreKey.of(TimelineView.ENTRY).uuid(customer));
        List<Entry> taken = new ArrayList<>();
        List<Entry> kept = new ArrayList<>();
        int lines = 0;
        int bytes = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from, last)) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> line = all.next();
                bytes += line.value.length;
                if (lines > 0 && (lines == maxLines || bytes > maxBytes)) {
                    return new Divided(taken, kept, line.key);
                }
                lines++;
                Entry entry = EntryPacking.entry(line.value);
                if (out.test(entry)) {
                    forget(customer, line.key, entry.happening());
                    taken.add(entry);
                } else {
                    kept.add(entry);
                }
            }
        }
        return new Divided(taken, kept, null);
    }

    private void forget(UUID customer, Bytes key, Happening happening) {
        store.delete(key);
        store.delete(indexKey(customer, happening));
        recalls.forget(customer);
    }

    /**
     * Forgets what is too old of a few customers, from where the last sweep ended. Once it has been
     * at all of them, there is nothing to forget until another day is too old; what comes that is
     * too old already is kept until then.
     */
    public void sweep(Instant now) {
        int firstDay = TimelineView.day(now.minus(history));
        if (isRoundOver && firstDay == roundsDay) {
            return;
        }
        roundsDay = isRoundOver ? firstDay : roundsDay;
        isRoundOver = false;
        int left = SWEPT_ENTRIES;
        for (int customers = 0; customers < SWEPT_CUSTOMERS && left > 0; customers++) {
            left = sweepNext(left);
        }
    }

    /**
     * Forgets what is too old of the next customer, and goes on behind them.
     *
     * @param most how many entries it forgets at most
     * @return how many more may be forgotten; none at the end, where the next round begins anew
     */
    private int sweepNext(int most) {
        int left = most;
        UUID swept = null;
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(cursor, Ranges.last(StoreKey.of(TimelineView.ENTRY)))) {
            while (entries.hasNext() && left > 0) {
                KeyValue<Bytes, byte[]> oldest = entries.next();
                StoreKeyReader key = StoreKeyReader.of(oldest.key);
                UUID customer = key.uuid();
                if (swept != null && !customer.equals(swept)) {
                    cursor = oldest.key;
                    return left;
                }
                swept = customer;
                if (key.number() >= roundsDay) {
                    cursor = Ranges.last(StoreKey.of(TimelineView.ENTRY).uuid(customer));
                    return left;
                }
                forget(customer, oldest.key, EntryPacking.entry(oldest.value).happening());
                left--;
            }
        }
        if (left > 0) {
            cursor = StoreKey.of(TimelineView.ENTRY).bytes();
            isRoundOver = true;
        }
        return 0;
    }

    private static Bytes indexKey(UUID customer, Happening happening) {
        return StoreKey.of(TimelineView.INDEX)
                .uuid(customer)
                .text(happening.name())
                .instant(happening.occurredAt())
                .text(happening.id())
                .bytes();
    }
}
