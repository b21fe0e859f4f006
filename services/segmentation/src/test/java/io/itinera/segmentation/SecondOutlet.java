package io.itinera.segmentation;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What step two of a partition tells.
 *
 * @param partition which
 * @param told what it tells the rest of Itinera
 * @param people takes what it tells people
 * @param releases takes what it tells a device, and who tells it
 * @param oblivions likewise
 */
record SecondOutlet(
        int partition,
        Told told,
        FirstOutlet.People people,
        BiConsumer<String, Release> releases,
        BiConsumer<String, Oblivion> oblivions)
        implements StepTwo.Outlet {

    private String sender() {
        return "two-" + partition;
    }

    @Override
    public void tell(Activity activity) {
        told.tell(partition, activity);
    }

    @Override
    public void tell(ActivityTick tick) {
        told.tell(partition, tick);
    }

    @Override
    public void tell(String workspace, UUID customer, PeopleRecord record, Instant at) {
        people.send(sender(), Partitions.of(customer.toString()), record);
    }

    @Override
    public void tell(int there, PeopleRecord record, Instant at) {
        people.send(sender(), there, record);
    }

    @Override
    public void tell(SegmentReadiness readiness) {
        told.tell(readiness);
    }

    @Override
    public void tell(ErasureReceipt receipt) {
        told.tell(receipt);
    }

    @Override
    public void release(Release release) {
        releases.accept(sender(), release);
    }

    @Override
    public void forget(Oblivion oblivion) {
        oblivions.accept(sender(), oblivion);
    }

    @Override
    public void suppress(String workspace, String hash, Instant at) {
        told.suppress(hash);
    }

    @Override
    public void letIn(String workspace, String hash, Instant at) {
        told.letIn(hash);
    }

    @Override
    public @Nullable String trace() {
        return null;
    }

    @Override
    public void follow(@Nullable String trace) {
        if (trace != null) {
            throw new IllegalStateException("nothing here has a trace");
        }
    }

    @Override
    public void wentOnWithoutMerge() {
        told.goOnWithoutMerge();
    }
}
