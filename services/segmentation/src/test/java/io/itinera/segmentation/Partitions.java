package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.DeviceStore;
import io.itinera.segmentation.store.LagStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Both steps on several partitions in memory. What one partition tells another arrives in order,
 * and in no order with what others tell it: whatever Kafka may do, and more, happens here.
 */
final class Partitions {
    static final int COUNT = 3;

    private final List<StepOne> ones = new ArrayList<>();
    private final List<Claims> claims = new ArrayList<>();
    private final List<StepTwo> twos = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<KeyValueStore<Bytes, byte[]>> seenLags = new ArrayList<>();
    private final Map<String, Deque<Runnable>> ways = new TreeMap<>();
    private final List<List<ActivityRecord>> told = new ArrayList<>();
    private final List<SegmentReadiness> ready = new ArrayList<>();
    private final List<SourceLag> lags = new ArrayList<>();
    private final int partBytes;
    private int pieces;
    private int wentOnWithoutMerge;

    /** What step two of one partition keeps. */
    private record Kept(
            KeyValueStore<Bytes, byte[]> customers,
            KeyValueStore<Bytes, byte[]> timeline,
            KeyValueStore<Bytes, byte[]> lookups,
            KeyValueStore<Bytes, byte[]> holds,
            KeyValueStore<Bytes, byte[]> seen,
            KeyValueStore<Bytes, byte[]> definitions) {
        Kept() {
            this(empty(), empty(), empty(), empty(), empty(), empty());
        }

        PeopleStore people() {
            return new PeopleStore(customers, timeline, lookups, holds);
        }
    }

    /** Turns as long as it takes, and parts as they are in production. */
    Partitions() {
        this(StepTwo.PART_BYTES, Integer.MAX_VALUE);
    }

    /**
     * Turns that end early.
     *
     * @param partBytes how much of a past moves in one record
     * @param pieces how much is done in one turn
     */
    Partitions(int partBytes, int pieces) {
        this.partBytes = partBytes;
        this.pieces = pieces;
        for (int i = 0; i < COUNT; i++) {
            int partition = i;
            told.add(new ArrayList<>());
            kept.add(new Kept());
            twos.add(two(partition));
            DeviceStore devices = new DeviceStore(empty());
            OneOutlet outlet = new OneOutlet(partition);
            seenLags.add(empty());
            ones.add(one(partition, devices, outlet));
            claims.add(new Claims(devices, outlet));
        }
    }

    private static KeyValueStore<Bytes, byte[]> empty() {
        return Stores.inMemoryKeyValueStore("any").get();
    }

    private StepOne one(int partition, DeviceStore devices, OneOutlet outlet) {
        return new StepOne(
                new SeenStore(empty()),
                devices,
                new LagStore(seenLags.get(partition)),
                partition,
                COUNT,
                outlet);
    }

    /** Step one of a partition goes on elsewhere, with nothing but what it knows of sources. */
    void restartOne(int partition) {
        ones.set(partition, one(partition, new DeviceStore(empty()), new OneOutlet(partition)));
    }

    private StepTwo two(int partition) {
        Kept here = kept.get(partition);
        return new StepTwo(
                here.people(),
                new SeenStore(here.seen),
                new DefinitionStore(here.definitions),
                partition,
                COUNT,
                partBytes,
                new TwoOutlet(partition));
    }

    /** The partition of whoever this key names. */
    static int of(String key) {
        return Math.floorMod(key.hashCode(), COUNT);
    }

    /** Something is collected; step one takes it when its turn comes. */
    void collect(int partition, EventsRecord record) {
        way("events/" + partition).add(() -> ones.get(partition).take(record));
    }

    /** Something is told to a customer's partition, outside of any order. */
    void tell(UUID customer, PeopleRecord record) {
        take(of(customer.toString()), record);
    }

    /** Lets everything arrive, whatever comes first, while step two moves now and then. */
    void run(Random random) {
        while (isBusy()) {
            arriveOrTurn(random);
            if (random.nextInt(20) == 0) {
                restart(random.nextInt(COUNT));
            }
        }
    }

    /** Lets everything arrive, whatever comes first. */
    void runInPeace(Random random) {
        while (isBusy()) {
            arriveOrTurn(random);
        }
    }

    private boolean isBusy() {
        return !ways.isEmpty()
                || kept.stream().anyMatch(it -> it.people().moves().next().isPresent());
    }

    private void arriveOrTurn(Random random) {
        if (ways.isEmpty() || random.nextInt(4) == 0) {
            turn(random.nextInt(COUNT));
            return;
        }
        arrive(random);
    }

    /** From now on so much is done in one turn. */
    void turnsOf(int work) {
        pieces = work;
    }

    /** Some wall-clock time passes for a partition. */
    void turn(int partition) {
        int[] left = {pieces};
        twos.get(partition).clockwork().turn(() -> left[0]-- > 0);
    }

    /** A segment is published everywhere. */
    void publish(SegmentsRecord record) throws InvalidCondition {
        for (StepTwo two : twos) {
            two.rules().take(record.toString(), record);
        }
    }

    /** The ids of what lies in a customer's timeline, newest first. */
    List<String> timeline(UUID customer) {
        return kept
                .get(of(customer.toString()))
                .people()
                .timelines()
                .page(
                        customer,
                        new Excerpt(
                                new Excerpt.Place(Instant.parse("3000-01-01T00:00:00Z"), null),
                                Instant.EPOCH,
                                null,
                                Excerpt.Kind.any,
                                Integer.MAX_VALUE))
                .entries()
                .stream()
                .map(it -> it.happening().id())
                .toList();
    }

    /** How much is kept of merges, done or not. */
    long waiting() {
        return kept.stream().mapToLong(it -> it.holds.approximateNumEntries()).sum();
    }

    /** How many lines all timelines have. */
    long lines() {
        return kept.stream().mapToLong(it -> it.timeline.approximateNumEntries()).sum();
    }

    private void arrive(Random random) {
        List<String> open = List.copyOf(ways.keySet());
        String next = open.get(random.nextInt(open.size()));
        Deque<Runnable> way = way(next);
        way.removeFirst().run();
        if (way.isEmpty()) {
            ways.remove(next);
        }
    }

    /** Step two of a partition goes on elsewhere, with nothing but its stores. */
    void restart(int partition) {
        twos.set(partition, two(partition));
    }

    /** What a partition of activity holds. */
    List<ActivityRecord> told(int partition) {
        return told.get(partition);
    }

    /** What was told of a customer. */
    List<Activity> activities(UUID customer) {
        return told.get(of(customer.toString())).stream()
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .filter(it -> it.customer().equals(customer))
                .toList();
    }

    /** The times that were told on a customer's partition. */
    List<Instant> ticks(UUID customer) {
        return told.get(of(customer.toString())).stream()
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

    /** The customer that an identity begins. */
    static UUID customer(String kind, String value) {
        return Ids.customer("w", kind, value);
    }

    private Deque<Runnable> way(String name) {
        return ways.computeIfAbsent(name, any -> new ArrayDeque<>());
    }

    private void send(String sender, int partition, PeopleRecord record) {
        way("people/" + sender + "/" + partition).addLast(() -> take(partition, record));
    }

    private void take(int partition, PeopleRecord record) {
        twos.get(partition).take(record);
        turn(partition);
    }

    /** What step one of a partition tells. */
    private final class OneOutlet implements StepOne.Outlet {
        private final int partition;

        private OneOutlet(int partition) {
            this.partition = partition;
        }

        @Override
        public void tell(String workspace, UUID customer, PeopleRecord record, Instant at) {
            send("one-" + partition, of(customer.toString()), record);
        }

        @Override
        public void tellAll(PeopleRecord.Everywhere record) {
            for (int i = 0; i < COUNT; i++) {
                send("one-" + partition, i, record);
            }
        }

        @Override
        public void tell(SourceLag lag) {
            lags.add(lag);
        }

        @Override
        public void claim(Claim claim) {
            int there = of(claim.device());
            way("claims/" + partition + "/" + there).add(() -> claims.get(there).take(claim));
        }
    }

    /** What step two of a partition tells. */
    private final class TwoOutlet implements StepTwo.Outlet {
        private final int partition;

        private TwoOutlet(int partition) {
            this.partition = partition;
        }

        @Override
        public void tell(Activity activity) {
            told.get(partition).add(activity);
        }

        @Override
        public void tell(ActivityTick tick) {
            told.get(partition).add(tick);
        }

        @Override
        public void tell(String workspace, UUID customer, PeopleRecord record, Instant at) {
            send("two-" + partition, of(customer.toString()), record);
        }

        @Override
        public void tell(SegmentReadiness readiness) {
            ready.add(readiness);
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
            wentOnWithoutMerge++;
        }
    }
}
