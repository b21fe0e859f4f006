package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.identity.Recognition;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DeviceStore;

/** Whose is this device? Takes what other partitions' events say of devices of this one. */
public final class Claims {
    private final Recognition recognition = new Recognition(Ids::customer);
    private final DeviceStore devices;
    private final Links links;
    private final StepOne.Outlet outlet;

    public Claims(DeviceStore devices, StepOne.Outlet outlet) {
        this.devices = devices;
        this.links = new Links(recognition, devices, outlet);
        this.outlet = outlet;
    }

    /** Takes a release of a device whose events are in this partition. */
    public void take(Release release) {
        recognition
                .release(devices.find(release.workspace(), release.device()), release)
                .ifPresent(released -> devices.release(release, released));
    }

    /** Takes a claim of a device whose events are in this partition. */
    public void take(Claim claim) {
        Linking linking =
                recognition
                        .decide(devices.find(claim.workspace(), claim.device()), claim)
                        .orElse(null);
        if (linking != null) {
            links.save(linking);
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
}
