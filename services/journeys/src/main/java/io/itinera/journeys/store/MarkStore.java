package io.itinera.journeys.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** How far this task has come: its clock, the timer last fired, and journeys being emptied. */
public final class MarkStore {
    private static final Bytes CLOCK = Key.text("clock");
    private static final Bytes FIRED = Key.text("fired");
    private static final String EMPTYING = "emptying|";

    private final KeyValueStore<Bytes, byte[]> store;

    /** Over this state store. */
    public MarkStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /**
     * A journey whose customers are being taken out.
     *
     * @param workspace the tenant
     * @param journey the journey
     * @param after the key of the last customer that was looked at; absent before the first
     */
    public record Emptying(String workspace, UUID journey, @Nullable Bytes after) {}

    /** The greatest tick so far. */
    public Instant clock() {
        byte[] bytes = store.get(CLOCK);
        return bytes == null
                ? Instant.EPOCH
                : Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
    }

    /** Sets the clock. */
    public void clock(Instant at) {
        store.put(CLOCK, ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array());
    }

    Bytes fired() {
        byte[] key = store.get(FIRED);
        return Bytes.wrap(key == null ? new byte[Long.BYTES] : key);
    }

    void fired(Bytes key) {
        store.put(FIRED, key.get());
    }

    /** The first journey that is being emptied. */
    public Optional<Emptying> emptying() {
        Bytes from = Key.text(EMPTYING);
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from, Prefix.end(from))) {
            return all.hasNext() ? Optional.of(emptying(all.next())) : Optional.empty();
        }
    }

    private static Emptying emptying(KeyValue<Bytes, byte[]> each) {
        String[] parts = new String(each.key.get(), StandardCharsets.UTF_8).split("\\|", 3);
        Bytes after = each.value.length == 0 ? null : Bytes.wrap(each.value);
        return new Emptying(parts[1], UUID.fromString(parts[2]), after);
    }

    /** Notes where the emptying stands. */
    public void emptying(Emptying emptying) {
        store.put(key(emptying), emptying.after() == null ? new byte[0] : emptying.after().get());
    }

    /** Notes that nobody is left to look at. */
    public void emptied(Emptying emptying) {
        store.delete(key(emptying));
    }

    private static Bytes key(Emptying emptying) {
        return Key.text(EMPTYING + emptying.workspace() + "|" + emptying.journey());
    }
}
