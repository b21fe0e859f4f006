package io.itinera.segmentation.store;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Who lives here, with when each is on the agenda. Everything about them is written at once; those
 * who were here lately are remembered, so that they need not be read again.
 */
final class Residents {
    /** How many are remembered. */
    static final int REMEMBERED = 256;

    private static final float LOAD = 0.75f;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Who, Stored> lately = new LinkedHashMap<>(REMEMBERED, LOAD, true);

    private record Who(String workspace, UUID customer) {}

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
        this.store = store;
    }

    /** Who is found under an id; somebody unknown when nobody ever was. */
    Stored find(String workspace, UUID customer) {
        Who who = new Who(workspace, customer);
        Stored known = lately.get(who);
        if (known != null) {
            return known;
        }
        byte[] packed = store.get(CustomerView.key(workspace, customer));
        if (packed == null) {
            return new Stored(Customer.unknown(workspace, customer), null);
        }
        Stored found = CustomerPacking.stored(packed);
        remember(who, found);
        return found;
    }

    void put(String workspace, UUID customer, Stored stored) {
        store.put(CustomerView.key(workspace, customer), CustomerPacking.pack(stored));
        remember(new Who(workspace, customer), stored);
    }

    /** Nobody is found under an id any more. */
    void forget(String workspace, UUID customer) {
        store.delete(CustomerView.key(workspace, customer));
        lately.remove(new Who(workspace, customer));
    }

    private void remember(Who who, Stored stored) {
        lately.put(who, stored);
        if (lately.size() > REMEMBERED) {
            Iterator<Who> longestAgo = lately.keySet().iterator();
            longestAgo.next();
            longestAgo.remove();
        }
    }
}
