package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.identity.Release;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Devices, and the ledger of how we know whose they are. */
public final class DeviceStore {
    private static final char DEVICE = 'd';
    private static final char LEDGER = 'l';

    private final KeyValueStore<Bytes, byte[]> store;

    public DeviceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** What is known of an anonymous id. */
    public Device find(String workspace, String device) {
        byte[] packed = store.get(key(workspace, device));
        return packed == null ? Device.UNKNOWN : IdentityPacking.device(packed);
    }

    /** Keeps that a device has done something while nobody has said whose it is. */
    public void met(String workspace, String device) {
        store.put(key(workspace, device), IdentityPacking.pack(Device.NAMELESS));
    }

    /** Lets a device be nobody's again. */
    public void release(Release release, Device released) {
        store.put(key(release.workspace(), release.device()), IdentityPacking.pack(released));
    }

    /** Hands a device on, with the evidence. */
    public void save(Linking linking) {
        LedgerEntry entry = linking.entry();
        store.put(key(entry.workspace(), entry.device()), IdentityPacking.pack(linking.device()));
        store.put(
                StoreKey.of(LEDGER)
                        .text(entry.workspace())
                        .text(entry.device())
                        .instant(entry.at())
                        .text(entry.evidence())
                        .bytes(),
                IdentityPacking.pack(entry));
    }

    private static Bytes key(String workspace, String device) {
        return StoreKey.of(DEVICE).text(workspace).text(device).bytes();
    }
}
