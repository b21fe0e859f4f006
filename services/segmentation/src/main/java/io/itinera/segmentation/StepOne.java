package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.Tick;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.identity.Recognised;
import io.itinera.segmentation.domain.identity.Recognition;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DeviceStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is this? Takes one partition of events, each event once, finds its customer, and passes it on
 * to where that customer lives.
 */
public final class StepOne {
    private final Recognition recognition = new Recognition(Ids::customer);
    private final SeenStore seen;
    private final DeviceStore devices;
    private final Outlet outlet;

    /** Where what follows goes. */
    public interface Outlet {
        /** To the partition of a customer. */
        void tell(String workspace, UUID customer, PeopleRecord record, Instant at);

        /** To every partition of customers. */
        void tellAll(PeopleRecord.TimeReached time);

        /** To the partition of the device that is claimed. */
        void claim(Claim claim);
    }

    public StepOne(SeenStore seen, DeviceStore devices, Outlet outlet) {
        this.seen = seen;
        this.devices = devices;
        this.outlet = outlet;
    }

    /** Takes a record of the partition. */
    public void take(EventsRecord record) {
        switch (record) {
            case Event event -> take(event);
            case Tick tick -> {
                outlet.tellAll(new PeopleRecord.TimeReached(tick.partition(), tick.at()));
                seen.sweep(tick.at());
            }
        }
    }

    private void take(Event event) {
        if (!seen.isFirst(event.workspace(), event.id(), event.receivedAt())) {
            return;
        }
        Device device =
                event.anonymousId() == null
                        ? Device.UNKNOWN
                        : devices.find(event.workspace(), event.anonymousId());
        Recognised recognised = recognition.recognise(device, event);
        if (recognised.linking() != null) {
            save(recognised.linking());
        }
        if (recognised.claim() != null) {
            outlet.claim(recognised.claim());
        }
        Entry entry = new Entry(recognised.origin(), new Happening.Did(event));
        outlet.tell(
                event.workspace(),
                recognised.customer(),
                new PeopleRecord.Happened(recognised.customer(), entry),
                event.receivedAt());
    }

    /** Takes a claim of a device whose events are in this partition. */
    public void take(Claim claim) {
        recognition
                .decide(devices.find(claim.workspace(), claim.device()), claim)
                .ifPresent(this::save);
    }

    /** The merge goes out ahead of the event that brought it, so that it is not seen to wait. */
    private void save(Linking linking) {
        devices.save(linking);
        Merge merge = linking.merge();
        if (merge != null) {
            String workspace = linking.entry().workspace();
            Instant at = linking.entry().at();
            outlet.tell(workspace, merge.from(), new PeopleRecord.Found(workspace, merge, at), at);
        }
    }
}
