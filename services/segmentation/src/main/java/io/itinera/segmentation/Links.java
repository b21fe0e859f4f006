package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.identity.Recognition;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DeviceStore;
import java.time.Instant;
import java.util.UUID;

/** Keeps whose a device is, and tells whom that concerns. */
final class Links {
    private final Recognition recognition;
    private final DeviceStore devices;
    private final StepOne.Outlet outlet;

    Links(Recognition recognition, DeviceStore devices, StepOne.Outlet outlet) {
        this.recognition = recognition;
        this.devices = devices;
        this.outlet = outlet;
    }

    void save(Linking linking) {
        devices.save(linking);
        LedgerEntry entry = linking.entry();
        LedgerLine line = recognition.line(linking);
        note(entry.workspace(), line.into(), line);
        if (entry.kind() == LedgerEntry.Kind.SWITCHED) {
            note(entry.workspace(), line.from(), line);
        }
        Merge merge = linking.merge();
        if (merge != null) {
            String workspace = entry.workspace();
            Instant at = entry.at();
            announce(workspace, merge, at);
            PeopleRecord found = new PeopleRecord.Found(workspace, merge, at, entry.grounds());
            outlet.tell(workspace, merge.from(), found, at);
        }
    }

    private void note(String workspace, UUID customer, LedgerLine line) {
        PeopleRecord noted = new PeopleRecord.Noted(workspace, customer, line);
        outlet.tell(workspace, customer, noted, line.at());
    }

    /** Ahead of the event that brings the merge, so that at the other end it waits for it. */
    void announce(String workspace, Merge merge, Instant at) {
        outlet.tell(
                workspace,
                merge.into(),
                new PeopleRecord.Announced(workspace, merge, at, false),
                at);
    }
}
