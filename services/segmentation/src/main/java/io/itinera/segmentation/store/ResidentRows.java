package io.itinera.segmentation.store;

import io.itinera.kit.records.Unreadable;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.customer.Customer;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows of residents: one for each, and a second for whoever stands with many segments. The two
 * are written at once, and whoever writes them finds them so. Who reads from another thread may
 * come between, and looks again; a copy that follows from afar may be between them for a moment.
 */
final class ResidentRows {
    private static final char RESIDENT = 'c';
    private static final char SETTLED = 'd';

    /** How often somebody looks who may come between. */
    private static final int LOOKS = 3;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final int looks;
    private final Function<String, RuntimeException> torn;

    private ResidentRows(
            ReadOnlyKeyValueStore<Bytes, byte[]> store,
            int looks,
            Function<String, RuntimeException> torn) {
        this.store = store;
        this.looks = looks;
        this.torn = torn;
    }

    /** As their writer reads them: rows that do not belong together are corrupt state. */
    static ResidentRows own(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return new ResidentRows(store, 1, detail -> new Unreadable("corrupt_state", detail));
    }

    /** As anybody else reads a copy of them: which is between two rows is to be asked again. */
    static ResidentRows copy(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return new ResidentRows(store, LOOKS, InvalidStateStoreException::new);
    }

    /**
     * A resident as their rows say.
     *
     * @param rowBytes how many bytes the first of them is
     */
    record Found(Residents.Stored stored, Settled settled, int rowBytes) {}

    static StoreKey all(String workspace) {
        return StoreKey.of(RESIDENT).text(workspace);
    }

    static Bytes key(String workspace, UUID customer) {
        return all(workspace).uuid(customer).bytes();
    }

    static Bytes settledKey(String workspace, UUID customer) {
        return StoreKey.of(SETTLED).text(workspace).uuid(customer).bytes();
    }

    /** Who is found under an id; null when nobody ever was. */
    @Nullable Found find(String workspace, UUID customer) {
        byte[] row = store.get(key(workspace, customer));
        return row == null ? null : found(workspace, customer, row);
    }

    /** Who is found in this row; null when they were forgotten meanwhile. */
    @Nullable Found found(String workspace, UUID customer, byte[] first) {
        for (int look = 0; look < looks; look++) {
            byte[] row = look == 0 ? first : store.get(key(workspace, customer));
            if (row == null) {
                return null;
            }
            CustomerPacking.Row read = CustomerPacking.row(row);
            byte[] apart = read.edition() == 0 ? null : store.get(settledKey(workspace, customer));
            Settled settled = apart == null ? Settled.NONE : Settled.read(apart);
            if (read.edition() == settled.edition()) {
                return new Found(joined(read, settled), settled, row.length);
            }
        }
        throw torn.apply("the two rows of a customer do not belong together");
    }

    private static Residents.Stored joined(CustomerPacking.Row row, Settled settled) {
        if (!(row.resident() instanceof Customer customer)) {
            return new Residents.Stored(row.resident(), null);
        }
        Customer whole =
                settled.isThere()
                        ? customer.with(
                                settled.with(new Settled.Lately(customer.standings(), row.ended())))
                        : customer;
        return row.planned() == null
                ? Residents.Stored.planned(whole)
                : new Residents.Stored(whole, row.planned());
    }
}
