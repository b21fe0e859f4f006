package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DeviceStore;
import java.time.Instant;

/** Keeps whose a device is, and tells whom that concerns. */
final class Links {
    private final DeviceStore devices;
    private final StepOne.Outlet outlet;

    Links(DeviceStore devices, StepOne.Outlet outlet) {
        this.devices = devices;
        this.outlet = outlet;
    }

    void save(Linking linking) {
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
    void announce(String workspace, Merge merge, Instant at) {
        outlet.tell(workspace, merge.into(), new PeopleRecord.Announced(workspace, merge, at), at);
    }
}
