package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.Waiting;
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
    private static final byte[] PRESENT = {1};

    private final KeyedStore store;
    private final Map<Who, Hold> open = new HashMap<>();

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

    /** Notes that nothing more of a merge will come. */
    public void settle(String workspace, UUID into, UUID from) {
        store.put(key(SETTLED, workspace, into).uuid(from), PRESENT);
    }

    private static StoreKey key(char kind, String workspace, UUID customer) {
        return StoreKey.of(kind).text(workspace).uuid(customer);
    }
}
