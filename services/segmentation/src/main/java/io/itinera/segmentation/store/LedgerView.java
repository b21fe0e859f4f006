package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.identity.LedgerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Ledgers of customers, each in the order of its evidence. They lie beside the customers. */
public final class LedgerView {
    static final char LINE = 'l';
    static final char COUNT = 'n';

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public LedgerView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** All that is kept of a customer's ledger; one who became another has theirs still. */
    public List<LedgerLine> of(String workspace, UUID customer) {
        StoreKey all = lines(workspace, customer);
        List<LedgerLine> lines = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(all.bytes(), Ranges.last(all))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                lines.add(LedgerPacking.line(entry.value));
            }
        }
        return lines;
    }

    static StoreKey lines(String workspace, UUID customer) {
        return StoreKey.of(LINE).text(workspace).uuid(customer);
    }
}
