package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.identity.LedgerLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Ledgers of customers, each in the order of its evidence. They lie beside the customers. */
public final class LedgerView {
    static final char LINE = 'l';
    static final char COUNT = 'n';
    static final char UNION = 'j';

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

    /** Whoever became a customer by a merge that can be undone. */
    public Set<UUID> undoable(String workspace, UUID customer) {
        Set<UUID> undoable = new HashSet<>();
        StoreKey all = StoreKey.of(UNION).text(workspace).uuid(customer);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(all.bytes(), Ranges.last(all))) {
            while (entries.hasNext()) {
                StoreKeyReader key = StoreKeyReader.of(entries.next().key);
                key.text();
                key.uuid();
                undoable.add(key.uuid());
            }
        }
        return undoable;
    }

    static StoreKey lines(String workspace, UUID customer) {
        return StoreKey.of(LINE).text(workspace).uuid(customer);
    }
}
