package io.itinera.journeys.store;

import io.itinera.journeys.domain.Moved;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a merge to be complete: the records of the customer who goes on, until the runs of
 * the one who ended have come, and runs that came before the merge was told.
 */
public final class HoldStore {
    /** The most records that wait for one customer; then they go on without. */
    public static final int MAX_HELD = 1000;

    private static final int VERSION = 1;
    private static final String HELD = "held|";
    private static final String ARRIVED = "arrived|";
    private static final String GIVEN_UP = "givenUp|";

    private final KeyValueStore<Bytes, byte[]> store;

    /** Over this state store. */
    public HoldStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /**
     * A record that waits.
     *
     * @param key where it stands
     * @param value its bytes, as they came
     * @param trace its W3C traceparent
     * @param clock the clock when it was read
     */
    public record Held(Bytes key, Bytes value, @Nullable String trace, Instant clock) {}

    /** True while a customer's records wait. */
    public boolean holds(CustomerKey who) {
        return !held(who, 1).isEmpty();
    }

    /** The records of a customer that wait, oldest first, at most so many. */
    public List<Held> held(CustomerKey who, int atMost) {
        List<Held> held = new ArrayList<>();
        Bytes from = under(HELD, who);
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from, Prefix.end(from))) {
            while (all.hasNext() && held.size() < atMost) {
                held.add(held(all.next()));
            }
        }
        return held;
    }

    private static Held held(KeyValue<Bytes, byte[]> each) {
        Unpacker in = Unpacker.of(each.value);
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
        return new Held(each.key, Bytes.wrap(value), trace, clock);
    }

    /** Adds a record to those that wait; how many there are now. */
    public int hold(CustomerKey who, byte[] value, @Nullable String trace, Instant clock) {
        List<Held> held = held(who, Integer.MAX_VALUE);
        Bytes prefix = under(HELD, who);
        int number = held.isEmpty() ? 0 : number(held.getLast().key()) + 1;
        byte[] key =
                ByteBuffer.allocate(prefix.get().length + Integer.BYTES)
                        .put(prefix.get())
                        .putInt(number)
                        .array();
        store.put(
                Bytes.wrap(key),
                new Packer(VERSION).bytes(1, value).text(2, trace).instant(3, clock).toBytes());
        return held.size() + 1;
    }

    private static int number(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt(key.get().length - Integer.BYTES);
    }

    /** A record waits no longer. */
    public void release(Held held) {
        store.delete(held.key());
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

    /** The customer has gone on without these runs; they are to be taken in whenever they come. */
    public void giveUp(CustomerKey into, UUID from) {
        store.put(Key.under(under(GIVEN_UP, into), from), new byte[0]);
    }

    /** Whether the customer has gone on without these runs; asked once. */
    public boolean gaveUp(CustomerKey into, UUID from) {
        return store.delete(Key.under(under(GIVEN_UP, into), from)) != null;
    }

    /** The customers whose records wait. */
    public List<CustomerKey> waiting() {
        List<CustomerKey> waiting = new ArrayList<>();
        Bytes from = Key.text(HELD);
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from, Prefix.end(from))) {
            while (all.hasNext()) {
                CustomerKey who = owner(all.next().key);
                if (!waiting.contains(who)) {
                    waiting.add(who);
                }
            }
        }
        return waiting;
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
