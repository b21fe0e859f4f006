package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

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
    private final List<List<ActivityRecord>> told = new ArrayList<>();
    private final List<SegmentReadiness> ready = new ArrayList<>();
    private final List<KeyValueStore<Bytes, byte[]>> seenDevices = new ArrayList<>();
    private final Set<String> suppressed = new TreeSet<>();
    private final List<ErasureReceipt> receipts = new ArrayList<>();
    private final List<SourceLag> lags = new ArrayList<>();
    private final int partBytes;
    private final Duration history;
    private int pieces;
    private int wentOnWithoutMerge;

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
            told.add(new ArrayList<>());
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
                lags::add);
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
                new TwoOutlet(partition));
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

    /** What is known of a customer, or who they became. */
    Resident resident(UUID customer) {
        return kept.get(of(customer.toString())).people().find("w", customer);
    }

    /** What is known of an account where it lives. */
    Account account(String name) {
        int there = of(Ids.account("w", name).toString());
        return kept.get(there).people().accounts().find("w", name);
    }

    /** Who belongs to an account, wherever they live. */
    Set<UUID> members(String account) {
        Set<UUID> members = new TreeSet<>();
        UUID id = Ids.account("w", account);
        kept.forEach(
                it ->
                        members.addAll(
                                it.people()
                                        .accounts()
                                        .view()
                                        .members("w", id, null, Integer.MAX_VALUE)));
        return members;
    }

    /** The ledger of a customer, as its kinds of lines. */
    List<LedgerLine> ledger(UUID customer) {
        return kept.get(of(customer.toString())).people().ledger().view().of("w", customer);
    }

    /** How much is kept of merges, done or not. */
    long waiting() {
        return kept.stream().mapToLong(it -> it.holds().approximateNumEntries()).sum();
    }

    /** How many customers are in a segment. */
    long members(String workspace, UUID segment) {
        return kept.stream()
                .mapToLong(it -> it.people().members(workspace, segment.toString()))
                .sum();
    }

    /** How many lines all timelines have. */
    long lines() {
        return kept.stream().mapToLong(it -> it.timeline().approximateNumEntries()).sum();
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

    private void forget(String sender, Oblivion oblivion) {
        int there = of(oblivion.device());
        ways.add("claims/" + sender + "/" + there, () -> claims.get(there).take(oblivion));
    }

    private static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    /** The hashes of the identities that are not taken. */
    Set<String> suppressed() {
        return suppressed;
    }

    /** The receipts of erasures, as they were told. */
    List<ErasureReceipt> receipts() {
        return receipts;
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
        public void tell(int there, PeopleRecord record, Instant at) {
            send("two-" + partition, there, record);
        }

        @Override
        public void tell(SegmentReadiness readiness) {
            ready.add(readiness);
        }

        @Override
        public void release(Release release) {
            int there = of(release.device());
            ways.add(
                    "claims/two-" + partition + "/" + there, () -> claims.get(there).take(release));
        }

        @Override
        public void forget(Oblivion oblivion) {
            Partitions.this.forget("two-" + partition, oblivion);
        }

        @Override
        public void suppress(String workspace, String hash, Instant at) {
            suppressed.add(hash);
        }

        @Override
        public void letIn(String workspace, String hash, Instant at) {
            suppressed.remove(hash);
        }

        @Override
        public void tell(ErasureReceipt receipt) {
            receipts.add(receipt);
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
