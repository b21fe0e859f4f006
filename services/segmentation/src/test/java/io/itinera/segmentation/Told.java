package io.itinera.segmentation;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.settings.SourceLag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** What all partitions told the rest of Itinera, in each one's order. */
final class Told {
    private final List<List<ActivityRecord>> activity;
    private final List<SegmentReadiness> ready = new ArrayList<>();
    private final Set<String> suppressed = new TreeSet<>();
    private final List<ErasureReceipt> receipts = new ArrayList<>();
    private final List<SourceLag> lags = new ArrayList<>();
    private int wentOnWithoutMerge;

    /** Of so many partitions. */
    Told(int partitions) {
        activity =
                IntStream.range(0, partitions)
                        .<List<ActivityRecord>>mapToObj(_ -> new ArrayList<>())
                        .toList();
    }

    void tell(int partition, ActivityRecord record) {
        activity.get(partition).add(record);
    }

    void tell(SegmentReadiness readiness) {
        ready.add(readiness);
    }

    void tell(ErasureReceipt receipt) {
        receipts.add(receipt);
    }

    void tell(SourceLag lag) {
        lags.add(lag);
    }

    void suppress(String hash) {
        suppressed.add(hash);
    }

    void letIn(String hash) {
        suppressed.remove(hash);
    }

    void goOnWithoutMerge() {
        wentOnWithoutMerge++;
    }

    /** What a partition of activity holds. */
    List<ActivityRecord> on(int partition) {
        return activity.get(partition);
    }

    /** What was told of a customer. */
    List<Activity> activities(UUID customer) {
        return on(Partitions.of(customer.toString())).stream()
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .filter(it -> it.customer().equals(customer))
                .toList();
    }

    /** The times that were told on a customer's partition. */
    List<Instant> ticks(UUID customer) {
        return on(Partitions.of(customer.toString())).stream()
                .filter(ActivityTick.class::isInstance)
                .map(it -> ((ActivityTick) it).at())
                .toList();
    }

    /** The partitions that have computed a segment. */
    List<Integer> ready() {
        return ready.stream().map(SegmentReadiness::partition).sorted().toList();
    }

    /** What was told of how late sources are. */
    List<SourceLag> lags() {
        return lags;
    }

    /** How often too much waited. */
    int wentOnWithoutMerge() {
        return wentOnWithoutMerge;
    }

    /** The hashes of the identities that are not taken. */
    Set<String> suppressed() {
        return suppressed;
    }

    /** The receipts of erasures, as they were told. */
    List<ErasureReceipt> receipts() {
        return receipts;
    }
}
