package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
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
            case LagReport _ -> {}
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
        } else if (event.anonymousId() != null && device.isNew()) {
            devices.met(event.workspace(), event.anonymousId());
        }
        if (recognised.claim() != null) {
            claim(recognised.claim());
        }
        Entry entry = new Entry(recognised.origin(), new Happening.Did(event));
        outlet.tell(
                event.workspace(),
                recognised.customer(),
                new PeopleRecord.Happened(recognised.customer(), entry),
                event.receivedAt());
    }

    /** A claim may bring a merge; whether it does is answered by way of the one who would end. */
    private void claim(Claim claim) {
        announce(claim.workspace(), recognition.merge(claim), claim.at());
        outlet.claim(claim);
    }

    /** Takes a claim of a device whose events are in this partition. */
    public void take(Claim claim) {
        Linking linking =
                recognition
                        .decide(devices.find(claim.workspace(), claim.device()), claim)
                        .orElse(null);
        if (linking != null) {
            save(linking);
        }
        if (linking == null || linking.merge() == null) {
            Merge merge = recognition.merge(claim);
            outlet.tell(
                    claim.workspace(),
                    merge.from(),
                    new PeopleRecord.Unfounded(claim.workspace(), merge, claim.at()),
                    claim.at());
        }
    }

    private void save(Linking linking) {
        devices.save(linking);
        Merge merge = linking.merge();
        if (merge != null) {
            String workspace = linking.entry().workspace();
            Instant at = linking.entry().at();
            announce(workspace, merge, at);
            outlet.tell(workspace, merge.from(), new PeopleRecord.Found(workspace, merge, at), at);
        }
    }

    /** Ahead of the event that brings the merge, so that at the other end it waits for it. */
    private void announce(String workspace, Merge merge, Instant at) {
        outlet.tell(workspace, merge.into(), new PeopleRecord.Announced(workspace, merge, at), at);
    }
}
