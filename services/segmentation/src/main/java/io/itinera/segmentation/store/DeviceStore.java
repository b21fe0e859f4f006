package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Release;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

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
                line(
                        entry.workspace(),
                        entry.device(),
                        new Oblivion.Place(entry.at(), entry.evidence())),
                IdentityPacking.pack(entry));
    }

    private static Bytes line(String workspace, String device, Oblivion.Place place) {
        return StoreKey.of(LEDGER)
                .text(workspace)
                .text(device)
                .instant(place.at())
                .text(place.evidence())
                .bytes();
    }

    /** Forgets a device; false when nothing was known of it. */
    public boolean forget(String workspace, String device) {
        return store.delete(DeviceView.key(workspace, device)) != null;
    }

    /**
     * Part of a ledger that was gone through.
     *
     * @param removed how many lines were taken out
     * @param next where it goes on; null at its end
     */
    public record Part(long removed, Oblivion.@Nullable Place next) {}

    /** Takes lines out of a device's ledger, looking at so many at most. */
    public Part forgetLines(
            String workspace,
            String device,
            Oblivion.@Nullable Place from,
            int most,
            Predicate<LedgerEntry> out) {
        StoreKey all = StoreKey.of(LEDGER).text(workspace).text(device);
        Bytes first = from == null ? all.bytes() : line(workspace, device, from);
        int looked = 0;
        long removed = 0;
        try (KeyValueIterator<Bytes, byte[]> lines = store.range(first, Ranges.last(all))) {
            while (lines.hasNext()) {
                KeyValue<Bytes, byte[]> line = lines.next();
                LedgerEntry entry = IdentityPacking.ledgerEntry(line.value);
                if (looked++ == most) {
                    return new Part(removed, new Oblivion.Place(entry.at(), entry.evidence()));
                }
                if (out.test(entry)) {
                    store.delete(line.key);
                    removed++;
                }
            }
        }
        return new Part(removed, null);
    }
}
