package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.DeviceStore;
import io.itinera.segmentation.store.LagStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import io.itinera.segmentation.store.TimelineStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Both steps on several partitions in memory. What one partition tells another arrives in order,
 * and in no order with what others tell it: whatever Kafka may do, and more, happens here.
 */
final class Partitions {
    static final int COUNT = 3;

    /** What the wall's clock says here. */
    static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    /** After how long no file holds what was erased. */
    static final Duration FILES = Duration.ofDays(32);

    private final List<StepOne> ones = new ArrayList<>();
    private final List<Claims> claims = new ArrayList<>();
    private final List<StepTwo> twos = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<KeyValueStore<Bytes, byte[]>> seenLags = new ArrayList<>();
    private final Ways ways = new Ways();
    private final Told told = new Told(COUNT);
    private final List<KeyValueStore<Bytes, byte[]>> seenDevices = new ArrayList<>();
    private final int partBytes;
    private final Duration history;
    private int pieces;

    /** Turns as long as it takes, and parts as they are in production. */
    Partitions() {
        this(StepTwo.PART_BYTES, Integer.MAX_VALUE);
    }

    /** The same with a history of this length. */
    Partitions(Duration history) {
        this(StepTwo.PART_BYTES, Integer.MAX_VALUE, history);
    }

    /**
     * Turns that end early.
     *
     * @param partBytes how much of a past moves in one record
     * @param pieces how much is done in one turn
     */
    Partitions(int partBytes, int pieces) {
        this(partBytes, pieces, TimelineStore.MEMORY);
    }

    private Partitions(int partBytes, int pieces, Duration history) {
        this.partBytes = partBytes;
        this.history = history;
        this.pieces = pieces;
        for (int i = 0; i < COUNT; i++) {
            int partition = i;
            kept.add(new Kept());
            twos.add(two(partition));
            seenDevices.add(Kept.empty());
            DeviceStore devices = new DeviceStore(seenDevices.get(i));
            StepOne.Outlet outlet = outlet(partition);
            seenLags.add(Kept.empty());
            ones.add(one(partition, devices, outlet));
            claims.add(new Claims(devices, outlet));
        }
    }

    private StepOne.Outlet outlet(int partition) {
        return new FirstOutlet(
                "one-" + partition,
                this::send,
                claim ->
                        ways.add(
                                "claims/" + partition + "/" + of(claim.device()),
                                () -> claims.get(of(claim.device())).take(claim)),
                oblivion -> forget("one-" + partition, oblivion),
                told::tell);
    }

    private StepOne one(int partition, DeviceStore devices, StepOne.Outlet outlet) {
        return new StepOne(
                new SeenStore(Kept.empty()),
                devices,
                new LagStore(seenLags.get(partition)),
                partition,
                COUNT,
                outlet);
    }

    /** Step one of a partition goes on elsewhere, with nothing but what it knows of sources. */
    void restartOne(int partition) {
        ones.set(partition, one(partition, new DeviceStore(Kept.empty()), outlet(partition)));
    }

    private StepTwo two(int partition) {
        Kept here = kept.get(partition);
        return new StepTwo(
                here.people(history),
                new SeenStore(here.seen()),
                new DefinitionStore(here.definitions()),
                partition,
                COUNT,
                partBytes,
                new ReceiptTerms(clock(), FILES),
                new SecondOutlet(partition, told, this::send, this::release, this::forget));
    }

    /** The partition of whoever this key names. */
    static int of(String key) {
        return Math.floorMod(key.hashCode(), COUNT);
    }

    /** Something is collected; step one takes it when its turn comes. */
    void collect(int partition, EventsRecord record) {
        ways.add("events/" + partition, () -> ones.get(partition).take(record));
    }

    /** An outcome comes; its customer's partition takes it when its turn comes. */
    void take(Outcome outcome) {
        int partition = of(outcome.customer().toString());
        ways.add(
                "outcomes/" + partition,
                () -> {
                    twos.get(partition).take(outcome);
                    turn(partition);
                });
    }

    /** A person asks for an erasure; any partition may read it. */
    void ask(ErasureRequest request) {
        int partition = of(request.id().toString());
        ways.add("erasures/" + partition, () -> twos.get(partition).take(request));
    }

    /** A person lets somebody in again. */
    void lift(UUID erasure, UUID customer, Instant at) {
        int partition = of(erasure.toString());
        ErasureLift lift = new ErasureLift(erasure, "w", customer, "mira", at, Map.of());
        ways.add("erasures/" + partition, () -> twos.get(partition).take(lift));
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

    /** Lets everything that is on its way arrive. */
    void arriveAll(Random random) {
        while (!ways.isEmpty()) {
            ways.arrive(random);
        }
    }

    /** How many records were sent so far, to whichever partition. */
    long sent() {
        return ways.sent();
    }

    private boolean isBusy() {
        return !ways.isEmpty() || kept.stream().map(Kept::people).anyMatch(Partitions::isBusy);
    }

    private static boolean isBusy(PeopleStore people) {
        return people.moves().next().isPresent()
                || people.partings().next().isPresent()
                || people.tellings().next().isPresent()
                || people.erasing().next().isPresent();
    }

    private void arriveOrTurn(Random random) {
        if (ways.isEmpty() || random.nextInt(4) == 0) {
            turn(random.nextInt(COUNT));
            return;
        }
        ways.arrive(random);
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

    /** What is kept of people, wherever they live. */
    Everybody everybody() {
        return new Everybody(kept);
    }

    /** What was told to the rest of Itinera. */
    Told told() {
        return told;
    }

    /** Step two of a partition goes on elsewhere, with nothing but its stores. */
    void restart(int partition) {
        twos.set(partition, two(partition));
    }

    /** The customer that an identity begins. */
    static UUID customer(String kind, String value) {
        return Ids.customer("w", kind, value);
    }

    private void forget(String sender, Oblivion oblivion) {
        int there = of(oblivion.device());
        ways.add("claims/" + sender + "/" + there, () -> claims.get(there).take(oblivion));
    }

    private void release(String sender, Release release) {
        int there = of(release.device());
        ways.add("claims/" + sender + "/" + there, () -> claims.get(there).take(release));
    }

    private static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    /** Everything that is kept of anybody, as text that shows any name in it. */
    String everything() {
        StringBuilder all = new StringBuilder();
        seenDevices.forEach(store -> Kept.print(store, all));
        kept.forEach(each -> each.print(all));
        return all.toString();
    }

    private void send(String sender, int partition, PeopleRecord record) {
        ways.add("people/" + sender + "/" + partition, () -> take(partition, record));
    }

    private void take(int partition, PeopleRecord record) {
        twos.get(partition).take(record);
        turn(partition);
    }
}
