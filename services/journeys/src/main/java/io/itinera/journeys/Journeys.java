package io.itinera.journeys;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.journeys.domain.Definitions;
import io.itinera.journeys.domain.Input;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.store.CustomerKey;
import io.itinera.journeys.store.HoldStore;
import io.itinera.journeys.store.MarkStore;
import io.itinera.journeys.store.TimerStore;
import io.itinera.kit.records.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One task of the stream: takes a record or the passing of time, lets the engine decide, saves, and
 * performs. Whatever comes, the customer's due timers run first, each at the moment it was due, so
 * that it does not matter how records were batched or when a restart fell. Where many customers
 * have their turn, a surprise in one of them is put aside and the others have theirs.
 */
public final class Journeys {
    /** The most timers that fire before records have their turn. */
    public static final int TIMERS_AT_A_TIME = 500;

    /** The longest that timers fire before records have their turn. */
    public static final Duration TIMERS_NO_LONGER_THAN = Duration.ofMillis(50);

    /** When a timer that could not be stepped through is tried again. */
    public static final Duration TRY_AGAIN = Duration.ofHours(1);

    private static final Bytes NO_RECORD = Bytes.wrap(new byte[0]);

    private final TaskStores stores;
    private final Steps steps;
    private final JourneyMeters meters;
    private final LongSupplier nanoTime;
    private final JsonCodec<ActivityRecord> codec = JsonCodec.of(ActivityRecord.class);

    /** A task over these stores; the ticker only measures how long timers have been firing. */
    public Journeys(TaskStores stores, Outlet outlet, JourneyMeters meters, LongSupplier nanoTime) {
        this.stores = stores;
        this.steps = new Steps(stores, outlet, meters);
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    /** A record of the activity topic. */
    public void activity(byte @Nullable [] value, @Nullable String trace) {
        switch (codec.read(value)) {
            case ActivityTick tick -> tick(tick.at());
            case Activity activity -> happened(activity, codec.write(activity), trace);
        }
    }

    /** A record of the journeys topic. */
    public void published(JourneysRecord record) {
        stores.definitions().put(record);
        if (record instanceof JourneyHead head && head.state() == JourneyState.ended) {
            stores.marks().emptying(new MarkStore.Emptying(head.workspace(), head.id(), null));
        }
        stores.holds().waiting().forEach(who -> steps.attempt(who, NO_RECORD, () -> release(who)));
    }

    /** A version or head that was taken back. */
    public void forgotten(String key) {
        stores.definitions().forget(key);
    }

    /** A partition has computed a history condition. */
    public void ready(SegmentReadiness readiness) {
        stores.definitions().put(readiness);
    }

    /** Another customer's runs have come. */
    public void moved(Moved moved) {
        CustomerKey into = new CustomerKey(moved.workspace(), moved.into());
        if (stores.holds().gaveUp(into, moved.from())) {
            Instant clock = stores.marks().clock();
            steps.take(into, new Input.MovedIn(moved), clock, clock);
            return;
        }
        stores.holds().arrived(moved);
        release(into);
    }

    /** Time for what the last tick left over: due timers, and the emptying of ended journeys. */
    public void catchUp() {
        fire();
        stores.marks().emptying().ifPresent(this::empty);
    }

    private void tick(Instant at) {
        if (at.isAfter(stores.marks().clock())) {
            stores.marks().clock(at);
            stores.holds().sweep(at);
        }
        fire();
    }

    private void happened(Activity activity, byte[] value, @Nullable String trace) {
        CustomerKey who = new CustomerKey(activity.workspace(), activity.customer());
        Instant clock = stores.marks().clock();
        if (!stores.holds().holds(who) && mergeIsComplete(who, activity)) {
            take(who, activity, trace, clock);
            return;
        }
        int held = stores.holds().hold(who, value, trace, clock);
        if (held >= HoldStore.MAX_HELD) {
            goOnWithout(who);
        }
    }

    /**
     * Runs of the one who ended go first, then the record itself.
     *
     * @param clock the clock when the record was read, which later timers must not overtake
     */
    private void take(CustomerKey who, Activity activity, @Nullable String trace, Instant clock) {
        Instant until = later(activity.at(), clock);
        Merge merge = activity.merge();
        if (merge != null && merge.into().equals(who.customer())) {
            Optional<Moved> moved = stores.holds().arrived(who, merge.from());
            moved.ifPresent(runs -> steps.take(who, new Input.MovedIn(runs), activity.at(), until));
            stores.holds().taken(who, merge.from());
        }
        steps.take(who, new Input.Happened(activity, trace), activity.at(), until);
        meters.happened();
    }

    private boolean mergeIsComplete(CustomerKey who, Activity activity) {
        Merge merge = activity.merge();
        if (merge == null || !merge.into().equals(who.customer())) {
            return true;
        }
        Definitions definitions = stores.definitions().of(who.workspace());
        return stores.holds()
                .arrived(who, merge.from())
                .filter(
                        moved ->
                                moved.enrollments().stream()
                                        .allMatch(
                                                run ->
                                                        definitions
                                                                .version(
                                                                        run.start().journey(),
                                                                        run.start().version())
                                                                .isPresent()))
                .isPresent();
    }

    private void release(CustomerKey who) {
        boolean released = false;
        Optional<HoldStore.Held> first = stores.holds().first(who);
        while (first.isPresent()) {
            HoldStore.Held held = first.get();
            Activity activity = (Activity) codec.read(held.value().get());
            if (!mergeIsComplete(who, activity)) {
                return;
            }
            stores.holds().release(who);
            takeHeld(who, activity, held);
            released = true;
            first = stores.holds().first(who);
        }
        if (released) {
            wake(who);
        }
    }

    /** One that cannot be taken keeps nobody behind it waiting. */
    private void takeHeld(CustomerKey who, Activity activity, HoldStore.Held held) {
        steps.attempt(who, held.value(), () -> take(who, activity, held.trace(), held.clock()));
    }

    private void goOnWithout(CustomerKey who) {
        meters.wentOnWithoutRuns();
        Optional<HoldStore.Held> first = stores.holds().first(who);
        while (first.isPresent()) {
            HoldStore.Held held = first.get();
            Activity activity = (Activity) codec.read(held.value().get());
            if (!mergeIsComplete(who, activity)) {
                giveUp(who, activity);
            }
            stores.holds().release(who);
            takeHeld(who, activity, held);
            first = stores.holds().first(who);
        }
        wake(who);
    }

    private void giveUp(CustomerKey who, Activity merging) {
        Instant at = later(merging.at(), stores.marks().clock());
        stores.holds().giveUp(who, merging.merge().from(), at);
    }

    /**
     * Does what time alone does to a customer by now: their timer came, or came in vain while they
     * waited. Where that cannot be done it is tried again, since nobody else would.
     */
    private boolean wake(CustomerKey who) {
        Instant clock = stores.marks().clock();
        boolean awake = steps.attempt(who, NO_RECORD, () -> steps.take(who, null, clock, clock));
        if (!awake) {
            stores.timers().set(who, clock.plus(TRY_AGAIN));
        }
        return awake;
    }

    private void fire() {
        long deadline = nanoTime.getAsLong() + TIMERS_NO_LONGER_THAN.toNanos();
        Instant clock = stores.marks().clock();
        for (TimerStore.Due due : stores.timers().due(clock, TIMERS_AT_A_TIME)) {
            if (nanoTime.getAsLong() - deadline > 0) {
                return;
            }
            stores.timers().fired(due);
            if (!stores.holds().holds(due.who()) && wake(due.who())) {
                meters.fired();
            }
        }
    }

    private void empty(MarkStore.Emptying emptying) {
        List<CustomerKey> some =
                stores.customers().after(emptying.workspace(), emptying.after(), TIMERS_AT_A_TIME);
        Instant clock = stores.marks().clock();
        for (CustomerKey who : some) {
            if (!stores.holds().holds(who)) {
                steps.attempt(
                        who,
                        NO_RECORD,
                        () -> steps.take(who, new Input.DefinitionsChanged(), clock, clock));
            }
        }
        if (some.size() < TIMERS_AT_A_TIME) {
            stores.marks().emptied(emptying);
            return;
        }
        stores.marks()
                .emptying(
                        new MarkStore.Emptying(
                                emptying.workspace(),
                                emptying.journey(),
                                Bytes.wrap(some.getLast().bytes())));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
