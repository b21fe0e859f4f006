package io.itinera.segmentation.store;

import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.streams.StoreKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What was said of erasures, as far as one partition has read it. */
public final class ErasureView {
    private static final char ERASURE = 'e';
    private static final JsonCodec<ErasuresRecord> CODEC = JsonCodec.of(ErasuresRecord.class);

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public ErasureView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** What was said of one. */
    public List<ErasuresRecord> of(String workspace, UUID erasure) {
        StoreKey all = key(workspace, erasure);
        List<ErasuresRecord> said = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(all.bytes(), Ranges.last(all))) {
            while (entries.hasNext()) {
                said.add(CODEC.read(entries.next().value));
            }
        }
        return said;
    }

    /** What was said of the latest erasures of a workspace, newest first. */
    public List<ErasuresRecord> newest(String workspace, int limit) {
        StoreKey all = StoreKey.of(ERASURE).text(workspace);
        List<ErasuresRecord> said = new ArrayList<>();
        Set<UUID> erasures = new HashSet<>();
        try (KeyValueIterator<Bytes, byte[]> newest =
                store.reverseRange(all.bytes(), Ranges.last(all))) {
            while (newest.hasNext()) {
                ErasuresRecord record = CODEC.read(newest.next().value);
                erasures.add(record.id());
                if (erasures.size() > limit) {
                    return said;
                }
                said.add(record);
            }
        }
        return said;
    }

    static StoreKey key(String workspace, UUID erasure) {
        return StoreKey.of(ERASURE).text(workspace).uuid(erasure);
    }
}
