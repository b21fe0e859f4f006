package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.events.Tick;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Recognised;
import io.itinera.segmentation.domain.identity.Recognition;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DeviceStore;
import io.itinera.segmentation.store.LagStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is this? Takes one partition of events, each event once, finds its customer, and passes it on
 * to where that customer lives; time and how sources follow it go everywhere.
 */
public final class StepOne {
    private final Recognition recognition = new Recognition(Ids::customer);
    private final SeenStore seen;
    private final DeviceStore devices;
    private final Links links;
    private final SourceClocks sources;
    private final Outlet outlet;

    /** Where what follows goes. */
    public interface Outlet {
        /** To the partition of a customer. */
        void tell(String workspace, UUID customer, PeopleRecord record, Instant at);

        /** To every partition of customers. */
        void tellAll(PeopleRecord.Everywhere record);

        /** To whoever shows how late sources are. */
        void tell(SourceLag lag);

        /** To the partition of the device that is claimed. */
        void claim(Claim claim);

        /** To the partition of the device that is forgotten. */
        void forget(Oblivion oblivion);
    }

    /**
     * The step for one partition.
     *
     * @param partition its number
     * @param partitions how many there are
     */
    public StepOne(
            SeenStore seen,
            DeviceStore devices,
            LagStore lags,
            int partition,
            int partitions,
            Outlet outlet) {
        this.seen = seen;
        this.devices = devices;
        this.links = new Links(recognition, devices, outlet);
        this.sources = new SourceClocks(lags, partition, partitions, outlet);
        this.outlet = outlet;
    }

    /** Takes a record of the partition. */
    public void take(EventsRecord record) {
        switch (record) {
            case Event event -> take(event);
            case LagReport report -> sources.take(report);
            case Tick tick -> {
                sources.reached(tick.at());
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
            links.save(recognised.linking());
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
        links.announce(claim.workspace(), recognition.merge(claim), claim.at());
        outlet.claim(claim);
    }
}
