package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.identity.Device;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Whose devices are. */
public final class DeviceView {
    private static final char DEVICE = 'd';

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public DeviceView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** What is known of an anonymous id. */
    public Device find(String workspace, String device) {
        byte[] packed = store.get(key(workspace, device));
        return packed == null ? Device.UNKNOWN : IdentityPacking.device(packed);
    }

    static Bytes key(String workspace, String device) {
        return StoreKey.of(DEVICE).text(workspace).text(device).bytes();
    }
}
