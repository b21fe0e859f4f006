package io.itinera.segmentation.store;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standings;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Who lives here, with when each is on the agenda. Everything about them is written at once; those
 * who were here lately are remembered, so that they need not be read again.
 */
final class Residents {
    /** How much memory those who are remembered take, about, in bytes. */
    static final long REMEMBERED_BYTES = 6L << 20;

    /** What somebody takes in memory of whom nothing is known, in bytes. */
    static final int OWN_WEIGHT = 500;

    /** How many bytes a byte of the customer's row takes in memory, at most about. */
    static final int WEIGHT_OF_A_BYTE = 6;

    private static final int FEW = 64;
    private static final float LOAD = 0.75f;

    private final KeyValueStore<Bytes, byte[]> store;
    private final ResidentRows rows;
    private final long mostBytes;
    private final Map<Who, Known> lately = new LinkedHashMap<>(FEW, LOAD, true);
    private long bytes;

    private record Who(String workspace, UUID customer) {}

    /** Somebody who is remembered, with about how many bytes they take. */
    private record Known(Stored stored, Settled settled, long weight) {}

    /**
     * A resident as they lie in the store.
     *
     * @param planned when the agenda names them: not after anything that time may change about
     *     them, but maybe before it; null for never
     */
    record Stored(Resident resident, @Nullable Instant planned) {
        /** Who is on the agenda when time may change something, as nobody has put it off. */
        static Stored planned(Resident resident) {
            Instant wakes =
                    resident instanceof Customer customer ? customer.wakesAt().orElse(null) : null;
            return new Stored(resident, wakes);
        }
    }

    Residents(KeyValueStore<Bytes, byte[]> store) {
        this(store, REMEMBERED_BYTES);
    }

    /**
     * Remembers no more than this.
     *
     * @param mostBytes how much memory they take together, about
     */
    Residents(KeyValueStore<Bytes, byte[]> store, long mostBytes) {
        this.store = store;
        this.rows = ResidentRows.own(store);
        this.mostBytes = mostBytes;
    }

    /** Who is found under an id; somebody unknown when nobody ever was. */
    Stored find(String workspace, UUID customer) {
        Known known = known(new Who(workspace, customer));
        return known == null
                ? new Stored(Customer.unknown(workspace, customer), null)
                : known.stored;
    }

    private @Nullable Known known(Who who) {
        Known known = lately.get(who);
        if (known != null) {
            return known;
        }
        ResidentRows.Found found = rows.find(who.workspace, who.customer);
        return found == null
                ? null
                : remember(who, found.stored(), found.settled(), found.rowBytes());
    }

    void put(String workspace, UUID customer, Stored stored) {
        Who who = new Who(workspace, customer);
        Known known = known(who);
        Settled before = known == null ? Settled.NONE : known.settled;
        Settled settled = settled(before, stored.resident());
        byte[] row = CustomerPacking.pack(stored, settled);
        Bytes key = ResidentRows.key(workspace, customer);
        boolean hasLeft = !(stored.resident() instanceof Customer);
        if (settled.edition() == before.edition() && !hasLeft) {
            store.put(key, row);
        } else {
            byte[] apart = settled.isThere() ? settled.pack() : null;
            store.putAll(
                    List.of(
                            new KeyValue<>(ResidentRows.settledKey(workspace, customer), apart),
                            new KeyValue<>(key, row)));
        }
        remember(who, stored, settled, row.length);
    }

    private static Settled settled(Settled before, Resident resident) {
        return resident instanceof Customer it
                ? before.serving(Standings.of(it.standings()), it.clock().toEpochMilli())
                : Settled.NONE;
    }

    /** Nobody is found under an id any more. */
    void forget(String workspace, UUID customer) {
        store.delete(ResidentRows.key(workspace, customer));
        store.delete(ResidentRows.settledKey(workspace, customer));
        takeOut(new Who(workspace, customer));
    }

    private Known remember(Who who, Stored stored, Settled settled, int rowBytes) {
        Known now = new Known(stored, settled, weight(stored, settled, rowBytes));
        Known before = lately.put(who, now);
        bytes += now.weight - (before == null ? 0 : before.weight);
        Iterator<Known> longestAgo = lately.values().iterator();
        while (bytes > mostBytes && longestAgo.hasNext()) {
            bytes -= longestAgo.next().weight;
            longestAgo.remove();
        }
        return now;
    }

    private static long weight(Stored stored, Settled settled, int rowBytes) {
        long weight = OWN_WEIGHT + (long) WEIGHT_OF_A_BYTE * rowBytes;
        return settled.isThere() && stored.resident() instanceof Customer it
                ? weight + settled.standings().weight() + Standings.of(it.standings()).weight()
                : weight;
    }

    private void takeOut(Who who) {
        Known known = lately.remove(who);
        if (known != null) {
            bytes -= known.weight;
        }
    }
}
