package io.itinera.segmentation.store;

import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.kit.records.JsonCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps what was said of erasures in this partition, to be shown. */
public final class ErasureLog {
    private static final JsonCodec<ErasuresRecord> CODEC = JsonCodec.of(ErasuresRecord.class);
    private static final String REQUEST = "";
    private static final String LIFT = "lift";

    private final KeyValueStore<Bytes, byte[]> store;

    /** Shares its state store with {@link DefinitionStore}. */
    public ErasureLog(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Keeps a record of the erasures topic. */
    public void put(ErasuresRecord record) {
        String part =
                switch (record) {
                    case ErasureRequest _ -> REQUEST;
                    case ErasureLift _ -> LIFT;
                    case ErasureReceipt it -> it.service();
                };
        store.put(
                ErasureView.key(record.workspace(), record.id()).text(part).bytes(),
                CODEC.write(record));
    }
}
