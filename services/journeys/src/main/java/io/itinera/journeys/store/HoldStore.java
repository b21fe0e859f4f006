package io.itinera.journeys.store;

import io.itinera.journeys.domain.Moved;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a merge to be complete: the records of the customer who goes on, until the runs of
 * the one who ended have come, and runs that came before the merge was told. Who waits is in memory
 * too: every record asks, and nearly none finds any; what waits is read when its turn comes.
 */
public final class HoldStore {
    /** The most records that wait for one customer; then they go on without. */
    public static final int MAX_HELD = 1000;

    /**
     * For how long it is remembered that a customer went on without runs: as long as activity is
     * kept. The task that hands them over may be as far behind as that; what it has not read by
     * then it will never read, and nothing can come any more.
     */
    public static final Duration MEMORY = Duration.ofDays(30);

    /** How many marks one sweep looks at. */
    static final int SWEPT = 100;

    private static final int VERSION = 1;
    private static final String HELD = "held|";
    private static final String ARRIVED = "arrived|";
    private static final String GIVEN_UP = "givenUp|";

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<CustomerKey, Queue> queues = new HashMap<>();
    private Bytes cursor = Key.text(GIVEN_UP);

    /** Over this state store. */
    public HoldStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        Bytes from = Key.text(HELD);
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from, Prefix.end(from))) {
            while (all.hasNext()) {
                Bytes key = all.next().key;
                queues.merge(owner(key), Queue.of(number(key)), Queue::and);
            }
        }
    }

    /** The numbers of a customer's records that wait, from the first to before the last. */
    private record Queue(int first, int end) {
        static Queue of(int number) {
            return new Queue(number, number + 1);
        }

        Queue and(Queue later) {
            return new Queue(first, later.end);
        }
    }

    /**
     * A record that waits.
     *
     * @param value its bytes, as they came
     * @param trace its W3C traceparent
     * @param clock the clock when it was read
     */
    public record Held(Bytes value, @Nullable String trace, Instant clock) {}

    /** True while a customer's records wait. */
    public boolean holds(CustomerKey who) {
        return queues.containsKey(who);
    }

    /** The oldest record of a customer that waits. */
    public Optional<Held> first(CustomerKey who) {
        return Optional.ofNullable(queues.get(who))
                .map(queue -> held(Objects.requireNonNull(store.get(key(who, queue.first())))));
    }

    private static Held held(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        byte[] value = new byte[0];
        @Nullable String trace = null;
        Instant clock = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> value = in.bytes();
                case 2 -> trace = in.text();
                case 3 -> clock = in.instant();
                default -> in.keep();
            }
        }
        return new Held(Bytes.wrap(value), trace, clock);
    }

    /** Adds a record to those that wait; how many there are now. */
    public int hold(CustomerKey who, byte[] value, @Nullable String trace, Instant clock) {
        Queue before = queues.get(who);
        int number = before == null ? 0 : before.end();
        store.put(
                key(who, number),
                new Packer(VERSION).bytes(1, value).text(2, trace).instant(3, clock).toBytes());
        Queue after = queues.merge(who, Queue.of(number), Queue::and);
        return after.end() - after.first();
    }

    /** The oldest record of a customer waits no longer. */
    public void release(CustomerKey who) {
        Queue queue = Objects.requireNonNull(queues.get(who));
        store.delete(key(who, queue.first()));
        if (queue.first() + 1 == queue.end()) {
            queues.remove(who);
            return;
        }
        queues.put(who, new Queue(queue.first() + 1, queue.end()));
    }

    private static Bytes key(CustomerKey who, int number) {
        byte[] prefix = under(HELD, who).get();
        return Bytes.wrap(
                ByteBuffer.allocate(prefix.length + Integer.BYTES)
                        .put(prefix)
                        .putInt(number)
                        .array());
    }

    private static int number(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt(key.get().length - Integer.BYTES);
    }

    /** Runs have come; they wait for the merge to be told. */
    public void arrived(Moved moved) {
        CustomerKey into = new CustomerKey(moved.workspace(), moved.into());
        store.put(Key.under(under(ARRIVED, into), moved.from()), MovedCodec.write(moved));
    }

    /** The runs that came from a customer. */
    public Optional<Moved> arrived(CustomerKey into, UUID from) {
        byte[] moved = store.get(Key.under(under(ARRIVED, into), from));
        return Optional.ofNullable(moved).map(MovedCodec::read);
    }

    /** They wait no longer. */
    public void taken(CustomerKey into, UUID from) {
        store.delete(Key.under(under(ARRIVED, into), from));
    }

    /**
     * The customer has gone on without these runs; they are to be taken in whenever they come.
     *
     * @param at from when on that is remembered
     */
    public void giveUp(CustomerKey into, UUID from, Instant at) {
        store.put(Key.under(under(GIVEN_UP, into), from), time(at));
    }

    /** Whether the customer has gone on without these runs; asked once. */
    public boolean gaveUp(CustomerKey into, UUID from) {
        return store.delete(Key.under(under(GIVEN_UP, into), from)) != null;
    }

    /** Forgets some of what was given up too long ago, from where the last sweep ended. */
    public void sweep(Instant clock) {
        Bytes end = Prefix.end(Key.text(GIVEN_UP));
        int left = SWEPT;
        try (KeyValueIterator<Bytes, byte[]> all = store.range(cursor, end)) {
            while (all.hasNext() && left > 0) {
                KeyValue<Bytes, byte[]> mark = all.next();
                sweep(mark, clock);
                cursor = mark.key;
                left--;
            }
            if (!all.hasNext()) {
                cursor = Key.text(GIVEN_UP);
            }
        }
    }

    /** A mark of an earlier release has no time; its life begins when it is first looked at. */
    private void sweep(KeyValue<Bytes, byte[]> mark, Instant clock) {
        if (mark.value.length < Long.BYTES) {
            store.put(mark.key, time(clock));
        } else if (time(mark.value).plus(MEMORY).isBefore(clock)) {
            store.delete(mark.key);
        }
    }

    private static byte[] time(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }

    private static Instant time(byte[] bytes) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
    }

    /** The customers whose records wait. */
    public List<CustomerKey> waiting() {
        return List.copyOf(queues.keySet());
    }

    private static CustomerKey owner(Bytes key) {
        int from = HELD.length();
        int to = key.get().length - 1 - Integer.BYTES;
        return CustomerKey.of(Arrays.copyOfRange(key.get(), from, to));
    }

    private static Bytes under(String kind, CustomerKey who) {
        byte[] owner = who.bytes();
        byte[] prefix = Key.text(kind).get();
        return Bytes.wrap(
                ByteBuffer.allocate(prefix.length + owner.length + 1)
                        .put(prefix)
                        .put(owner)
                        .put((byte) '|')
                        .array());
    }
}
