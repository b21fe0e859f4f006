package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.Waiting;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Who waits for a merge, what waits behind it, and a note of each merge that is settled. The few
 * holds are in memory too: every record asks for one, and nearly none finds any.
 */
public final class HoldStore {
    private static final char HOLD = 'h';
    private static final char WAITING = 'w';
    private static final char SETTLED = 's';

    /**
     * For how long it is noted that a merge is settled, by the partition's time. That time comes
     * behind every announcement that is as old, save those that another partition passes on; it has
     * as long for that as events are kept.
     */
    public static final Duration MEMORY = SeenStore.MEMORY;

    /** The least that one sweep looks at. */
    static final int MIN_SWEEP = 200;

    private final KeyedStore store;
    private final Map<Who, Hold> open = new HashMap<>();
    private StoreKey cursor = StoreKey.of(SETTLED);
    private int settled;

    private record Who(String workspace, UUID customer) {}

    public HoldStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = new KeyedStore(store);
        this.store.scan(StoreKey.of(HOLD), this::load);
    }

    private KeyedStore.Go load(Bytes key, byte[] packed) {
        StoreKeyReader who = StoreKeyReader.of(key);
        open.put(new Who(who.text(), who.uuid()), HoldPacking.hold(packed));
        return KeyedStore.Go.ON;
    }

    /** What a customer waits for; empty for nearly everyone. */
    public Optional<Hold> find(String workspace, UUID customer) {
        return Optional.ofNullable(open.get(new Who(workspace, customer)));
    }

    /** The earliest time of anything that waits. */
    public Optional<Instant> earliest() {
        return open.values().stream().map(Hold::from).min(Comparator.naturalOrder());
    }

    /** Keeps what a customer waits for. */
    public void save(String workspace, UUID customer, Hold hold) {
        open.put(new Who(workspace, customer), hold);
        store.put(key(HOLD, workspace, customer), HoldPacking.pack(hold));
    }

    /** Adds a record behind those that wait. */
    public void add(Hold before, Waiting waiting) {
        String workspace = waiting.record().workspace();
        UUID customer = waiting.record().customer();
        store.put(
                key(WAITING, workspace, customer).number(before.records()),
                HoldPacking.pack(waiting));
        save(workspace, customer, before.withRecord(waiting.record().at()));
    }

    /** Ends a hold; what waited, in order. */
    public List<Waiting> release(String workspace, UUID customer) {
        open.remove(new Who(workspace, customer));
        store.delete(key(HOLD, workspace, customer));
        List<Waiting> waited = new ArrayList<>();
        List<Bytes> keys = new ArrayList<>();
        store.scan(
                key(WAITING, workspace, customer),
                (key, packed) -> {
                    keys.add(key);
                    waited.add(HoldPacking.waiting(packed));
                    return KeyedStore.Go.ON;
                });
        keys.forEach(store::delete);
        return waited;
    }

    /** Whether nothing more of a merge will come. */
    public boolean isSettled(String workspace, UUID into, UUID from) {
        return store.get(key(SETTLED, workspace, into).uuid(from)) != null;
    }

    /** Notes that nothing more of a merge will come, whose evidence was received then. */
    public void settle(String workspace, UUID into, UUID from, Instant at) {
        store.put(key(SETTLED, workspace, into).uuid(from), time(at));
        settled++;
    }

    /** A merge was undone: it may begin again. */
    public void unsettle(String workspace, UUID into, UUID from) {
        store.delete(key(SETTLED, workspace, into).uuid(from));
    }

    /** A customer begins anew, of whom nothing was settled. */
    void unsettleAll(String workspace, UUID into) {
        List<Bytes> keys = new ArrayList<>();
        store.scan(
                key(SETTLED, workspace, into),
                (key, _) -> {
                    keys.add(key);
                    return KeyedStore.Go.ON;
                });
        keys.forEach(store::delete);
    }

    /**
     * Forgets some of what was settled long ago, from where the last sweep ended. It looks at twice
     * as many as came since then, so that a whole round takes half of the memory's length at most.
     */
    public void sweep(Instant now) {
        int[] left = {Math.max(MIN_SWEEP, 2 * settled)};
        settled = 0;
        StoreKey from = cursor;
        cursor = StoreKey.of(SETTLED);
        store.scanFrom(
                StoreKey.of(SETTLED),
                from,
                (key, mark) -> {
                    if (left[0]-- == 0) {
                        cursor = settledKey(key);
                        return KeyedStore.Go.STOP;
                    }
                    sweep(key, mark, now);
                    return KeyedStore.Go.ON;
                });
    }

    /** A note of an earlier release has no time; its life begins when it is first looked at. */
    private void sweep(Bytes key, byte[] mark, Instant now) {
        if (mark.length < Long.BYTES) {
            store.put(settledKey(key), time(now));
        } else if (time(mark).plus(MEMORY).isBefore(now)) {
            store.delete(key);
        }
    }

    private static StoreKey settledKey(Bytes key) {
        StoreKeyReader parts = StoreKeyReader.of(key);
        return key(SETTLED, parts.text(), parts.uuid()).uuid(parts.uuid());
    }

    private static byte[] time(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }

    private static Instant time(byte[] mark) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(mark).getLong());
    }

    private static StoreKey key(char kind, String workspace, UUID customer) {
        return StoreKey.of(kind).text(workspace).uuid(customer);
    }
}
