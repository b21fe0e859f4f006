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
    private static final char LEDGER = 'l';

    private final KeyValueStore<Bytes, byte[]> store;
    private final DeviceView view;

    public DeviceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.view = new DeviceView(store);
    }

    /** What is known of an anonymous id. */
    public Device find(String workspace, String device) {
        return view.find(workspace, device);
    }

    /** Keeps that a device has done something while nobody has said whose it is. */
    public void met(String workspace, String device) {
        store.put(DeviceView.key(workspace, device), IdentityPacking.pack(Device.NAMELESS));
    }

    /** Lets a device be nobody's again. */
    public void release(Release release, Device released) {
        store.put(
                DeviceView.key(release.workspace(), release.device()),
                IdentityPacking.pack(released));
    }

    /** Hands a device on, with the evidence. */
    public void save(Linking linking) {
        LedgerEntry entry = linking.entry();
        store.put(
                DeviceView.key(entry.workspace(), entry.device()),
                IdentityPacking.pack(linking.device()));
        store.put(
                StoreKey.of(LEDGER)
                        .text(entry.workspace())
                        .text(entry.device())
                        .instant(entry.at())
                        .text(entry.evidence())
                        .bytes(),
                IdentityPacking.pack(entry));
    }
}
