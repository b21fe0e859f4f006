package io.itinera.journeys.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One timer for each customer who waits for anything, in the order of time. Reading starts behind
 * the last key that fired, so that it never wades through what has been deleted.
 */
public final class TimerStore {
    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;
    private final MarkStore marks;

    /** Over this state store. */
    public TimerStore(KeyValueStore<Bytes, byte[]> store, MarkStore marks) {
        this.store = store;
        this.marks = marks;
    }

    /**
     * A timer that is due.
     *
     * @param who whose
     * @param key where it stands
     */
    public record Due(CustomerKey who, Bytes key) {}

    /** The first timers due at or before a moment, at most so many. */
    public List<Due> due(Instant until, int atMost) {
        Bytes fired = marks.fired();
        Bytes end = Key.at(until.toEpochMilli() + 1, NOTHING);
        List<Due> due = new ArrayList<>();
        if (fired.compareTo(end) >= 0) {
            return due;
        }
        try (KeyValueIterator<Bytes, byte[]> keys = store.range(fired, end)) {
            while (keys.hasNext() && due.size() < atMost) {
                Bytes key = keys.next().key;
                if (key.compareTo(fired) > 0) {
                    due.add(new Due(CustomerKey.of(Key.owner(key)), key));
                }
            }
        }
        return due;
    }

    /** Notes that a timer has fired; none is set before it any more. */
    public void fired(Due due) {
        store.delete(due.key());
        marks.fired(due.key());
    }

    /** Sets a timer for a customer beside any that they have. */
    public void set(CustomerKey who, Instant due) {
        set(Bytes.wrap(who.bytes()), due);
    }

    /** Sets a timer; the moment under which it now stands, which is after the last that fired. */
    Instant set(Bytes owner, Instant due) {
        long ms = Math.max(due.toEpochMilli(), Key.ms(marks.fired()) + 1);
        store.put(Key.at(ms, owner.get()), NOTHING);
        return Instant.ofEpochMilli(ms);
    }

    void clear(Bytes owner, Instant stands) {
        store.delete(Key.at(stands.toEpochMilli(), owner.get()));
    }
}
