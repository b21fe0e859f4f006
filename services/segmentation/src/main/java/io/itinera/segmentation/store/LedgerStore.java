package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.identity.LedgerLine;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Ledgers as they grow. */
public final class LedgerStore {
    /** The most lines of one customer; a kiosk's owner loses the oldest. */
    public static final int MAX_LINES = 1_000;

    private final KeyedStore store;
    private final LedgerView view;

    /** Shares its state store with the customers. */
    public LedgerStore(KeyValueStore<Bytes, byte[]> customers) {
        this.store = new KeyedStore(customers);
        this.view = new LedgerView(customers);
    }

    /** The same, to be read. */
    public LedgerView view() {
        return view;
    }

    /** Adds a line; the same line twice is one. */
    public void add(String workspace, UUID customer, LedgerLine line) {
        StoreKey key =
                LedgerView.lines(workspace, customer)
                        .instant(line.at())
                        .number(line.kind().number())
                        .uuid(line.from())
                        .text(line.grounds().evidence());
        boolean isNew = store.get(key) == null;
        store.put(key, LedgerPacking.pack(line));
        if (isNew) {
            count(workspace, customer);
        }
    }

    /** Forgets all of a ledger; how many lines it had. */
    public long forget(String workspace, UUID customer) {
        long[] lines = {0};
        store.scan(
                LedgerView.lines(workspace, customer),
                (key, _) -> {
                    store.delete(key);
                    lines[0]++;
                    return KeyedStore.Go.ON;
                });
        store.delete(StoreKey.of(LedgerView.COUNT).text(workspace).uuid(customer));
        return lines[0];
    }

    private void count(String workspace, UUID customer) {
        StoreKey key = StoreKey.of(LedgerView.COUNT).text(workspace).uuid(customer);
        byte[] counted = store.get(key);
        int count = counted == null ? 1 : ByteBuffer.wrap(counted).getInt() + 1;
        if (count > MAX_LINES) {
            forgetOldest(workspace, customer);
            return;
        }
        store.put(key, ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    private void forgetOldest(String workspace, UUID customer) {
        store.scan(
                LedgerView.lines(workspace, customer),
                (key, _) -> {
                    store.delete(key);
                    return KeyedStore.Go.STOP;
                });
    }
}
