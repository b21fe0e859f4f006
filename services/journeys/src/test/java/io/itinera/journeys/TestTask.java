package io.itinera.journeys;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.store.CustomerKey;
import io.itinera.journeys.store.CustomerStore;
import io.itinera.journeys.store.DefinitionStore;
import io.itinera.journeys.store.HoldStore;
import io.itinera.journeys.store.MarkStore;
import io.itinera.journeys.store.TimerStore;
import io.itinera.kit.records.JsonCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** One task of the stream without a broker: its stores outlive its process. */
public final class TestTask {
    /** How many partitions must be ready in these tests. */
    public static final int PARTITIONS = 2;

    private static final JsonCodec<ActivityRecord> CODEC = JsonCodec.of(ActivityRecord.class);

    private final List<MapStore> maps = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();
    private LongSupplier nanoTime = () -> 0;
    private Journeys journeys;

    /** A task that has read nothing. */
    public TestTask() {
        for (int i = 0; i < 7; i++) {
            maps.add(new MapStore());
        }
        journeys = begun();
    }

    private Journeys begun() {
        MarkStore marks = new MarkStore(maps.get(0));
        TimerStore timers = new TimerStore(maps.get(1), marks);
        TaskStores stores =
                new TaskStores(
                        new CustomerStore(maps.get(2), maps.get(3), maps.get(4), timers),
                        timers,
                        new DefinitionStore(maps.get(5), PARTITIONS),
                        new HoldStore(maps.get(6)),
                        marks);
        return new Journeys(
                stores,
                new Done(),
                new JourneyMeters(new SimpleMeterRegistry()),
                () -> nanoTime.getAsLong());
    }

    /** Keeps what is performed. */
    private final class Done implements Outlet {
        @Override
        public void perform(Effect effect) {
            effects.add(effect);
        }

        @Override
        public void putAside(Aside aside) {
            asides.add(aside);
        }
    }

    /** What lies under a customer's key becomes something that nobody can read, or it again. */
    public byte[] replace(CustomerKey who, byte[] packed) {
        Bytes key = Bytes.wrap(who.bytes());
        byte[] before = Objects.requireNonNull(maps.get(2).get(key));
        maps.get(2).put(key, packed);
        return before;
    }

    /** The steps that it could not take so far. */
    public List<Aside> asides() {
        return List.copyOf(asides);
    }

    /** The process ends and another takes over its stores. */
    public void restart() {
        journeys = begun();
    }

    /** The time that firing timers seems to take. */
    public void takes(LongSupplier time) {
        nanoTime = time;
    }

    /** Reads a version and the head that makes it the newcomers'. */
    public void publish(String workspace, UUID id, int version, JourneyPlan plan) {
        journeys.published(
                new JourneyDefinition(id, version, workspace, Instant.EPOCH, plan, Map.of()));
        turn(workspace, id, version, JourneyState.live);
    }

    /** Reads a head. */
    public void turn(String workspace, UUID id, int version, JourneyState state) {
        journeys.published(new JourneyHead(id, workspace, version, state));
    }

    /** Reads that a partition has computed a condition. */
    public void ready(String workspace, String hash, int partition) {
        journeys.ready(new SegmentReadiness(hash, 1, workspace, partition, 0, Instant.EPOCH));
    }

    /** Reads an activity. */
    public void activity(Activity activity, @Nullable String trace) {
        journeys.activity(CODEC.write(activity), trace);
    }

    /** Reads bytes as an activity. */
    public void bytes(byte[] value) {
        journeys.activity(value, null);
    }

    /** Reads a tick. */
    public void tick(Instant at) {
        journeys.activity(CODEC.write(new ActivityTick(at, Map.of())), null);
    }

    /** Reads another customer's runs. */
    public void moved(Moved moved) {
        journeys.moved(moved);
    }

    /** Some wall-clock time passes. */
    public void catchUp() {
        journeys.catchUp();
    }

    /** What it has done since last asked. */
    public List<Effect> effects() {
        List<Effect> done = List.copyOf(effects);
        effects.clear();
        return done;
    }

    /** How many entries its stores have, definitions and marks aside. */
    public long remembered() {
        return List.of(1, 2, 3, 4, 6).stream()
                .mapToLong(store -> maps.get(store).approximateNumEntries())
                .sum();
    }
}
