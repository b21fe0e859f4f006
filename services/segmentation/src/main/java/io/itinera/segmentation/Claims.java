package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Merge;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.identity.Linking;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Recognition;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import io.itinera.segmentation.store.DeviceStore;
import java.util.UUID;

/** Whose is this device? Takes what other partitions' events say of devices of this one. */
public final class Claims {
    /** How many lines of a device's ledger are looked at for one record. */
    static final int MAX_LINES = 1_000;

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

    /**
     * Takes that a device whose events are in this partition is to be forgotten. Where it is
     * somebody else's by now, it stays theirs, and only what it knew of the person goes.
     */
    public void take(Oblivion it) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        UUID begun = Ids.customer(workspace, Identities.ANONYMOUS, it.device());
        boolean theirs = isTheirs(erasure, devices.find(workspace, it.device()), begun);
        DeviceStore.Part part =
                devices.forgetLines(
                        workspace,
                        it.device(),
                        it.from(),
                        MAX_LINES,
                        entry -> theirs || names(erasure, entry));
        if (part.next() != null) {
            outlet.forget(it.goingOn(part.next(), part.removed()));
            return;
        }
        boolean known = theirs && devices.forget(workspace, it.device());
        long links = it.removed() + part.removed() + (known ? 1 : 0);
        answer(it, begun, Removals.NONE.and(Removals.LINKS, links), theirs);
    }

    private void answer(Oblivion it, UUID begun, Removals removed, boolean theirs) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        if (theirs) {
            Named name = new Named(Identities.ANONYMOUS, it.device());
            String hash = IdentityHash.of(workspace, name);
            outlet.tell(
                    workspace,
                    begun,
                    new OfErasure.Erase(erasure, begun, Tie.NAMED, hash, removed),
                    erasure.at());
            return;
        }
        outlet.tell(
                workspace,
                erasure.root(),
                new OfErasure.Forgotten(erasure, begun, null, removed, Leads.NONE),
                erasure.at());
    }

    private static boolean isTheirs(Erasure erasure, Device device, UUID begun) {
        String user = device.user();
        return user == null
                ? device.isNew() || erasure.theirs().contains(begun)
                : isTheirUser(erasure, user);
    }

    private static boolean names(Erasure erasure, LedgerEntry entry) {
        return isTheirUser(erasure, entry.user())
                || (entry.previous() != null && isTheirUser(erasure, entry.previous()));
    }

    private static boolean isTheirUser(Erasure erasure, String user) {
        return erasure.theirs().contains(Ids.customer(erasure.workspace(), Identities.USER, user));
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
