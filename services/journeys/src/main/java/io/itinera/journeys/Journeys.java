package io.itinera.journeys;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.journeys.domain.Customer;
import io.itinera.journeys.domain.Decision;
import io.itinera.journeys.domain.Definitions;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Engine;
import io.itinera.journeys.domain.Input;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.store.CustomerKey;
import io.itinera.journeys.store.HoldStore;
import io.itinera.journeys.store.MarkStore;
import io.itinera.journeys.store.Remembered;
import io.itinera.journeys.store.TimerStore;
import io.itinera.kit.records.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One task of the stream: takes a record or the passing of time, lets the engine decide, saves, and
 * performs. Whatever comes, the customer's due timers run first, each at the moment it was due, so
 * that it does not matter how records were batched or when a restart fell.
 */
public final class Journeys {
    /** The most timers that fire before records have their turn. */
    public static final int TIMERS_AT_A_TIME = 500;

    /** The longest that timers fire before records have their turn. */
    public static final Duration TIMERS_NO_LONGER_THAN = Duration.ofMillis(50);

    /** When to ask again about a run whose version this task cannot run yet. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final TaskStores stores;
    private final Outlet outlet;
    private final JourneyMeters meters;
    private final LongSupplier nanoTime;
    private final JsonCodec<ActivityRecord> codec = JsonCodec.of(ActivityRecord.class);

    /** A task over these stores; the ticker only measures how long timers have been firing. */
    public Journeys(TaskStores stores, Outlet outlet, JourneyMeters meters, LongSupplier nanoTime) {
        this.stores = stores;
        this.outlet = outlet;
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
        stores.holds().waiting().forEach(this::release);
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
            step(into, new Input.MovedIn(moved), clock, clock);
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
            moved.ifPresent(runs -> step(who, new Input.MovedIn(runs), activity.at(), until));
            stores.holds().taken(who, merge.from());
        }
        step(who, new Input.Happened(activity, trace), activity.at(), until);
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
            take(who, activity, held.trace(), held.clock());
            released = true;
            first = stores.holds().first(who);
        }
        if (released) {
            wake(who);
        }
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
            take(who, activity, held.trace(), held.clock());
            first = stores.holds().first(who);
        }
        wake(who);
    }

    private void giveUp(CustomerKey who, Activity merging) {
        Instant at = later(merging.at(), stores.marks().clock());
        stores.holds().giveUp(who, merging.merge().from(), at);
    }

    /** A timer that came due while they waited has fired in vain: nobody else would run it. */
    private void wake(CustomerKey who) {
        Instant clock = stores.marks().clock();
        step(who, null, clock, clock);
    }

    private void fire() {
        long deadline = nanoTime.getAsLong() + TIMERS_NO_LONGER_THAN.toNanos();
        Instant clock = stores.marks().clock();
        for (TimerStore.Due due : stores.timers().due(clock, TIMERS_AT_A_TIME)) {
            if (nanoTime.getAsLong() - deadline > 0) {
                return;
            }
            stores.timers().fired(due);
            if (!stores.holds().holds(due.who())) {
                step(due.who(), null, clock, clock);
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
                step(who, new Input.DefinitionsChanged(), clock, clock);
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

    /** Load, decide, save, perform. */
    private void step(CustomerKey who, @Nullable Input input, Instant at, Instant until) {
        Definitions definitions = stores.definitions().of(who.workspace());
        Remembered before = stores.customers().load(who);
        List<Effect> effects = new ArrayList<>();
        Customer customer = due(definitions, before.customer(), until, effects);
        if (input != null) {
            Decision decision = Engine.step(definitions, customer, input, at);
            effects.addAll(decision.effects());
            customer = due(definitions, decision.customer(), until, effects);
        }
        stores.customers().save(before, customer, nextTimer(customer, until));
        effects.forEach(outlet::perform);
        effects.forEach(meters::performed);
    }

    /** Everything that time alone does by then, each at the moment it was due. */
    private static Customer due(
            Definitions definitions, Customer customer, Instant until, List<Effect> effects) {
        Customer at = customer;
        Instant due = at.dueAt().orElse(Instant.MAX);
        while (!due.isAfter(until)) {
            Decision decision = Engine.step(definitions, at, new Input.TimeCame(), due);
            effects.addAll(decision.effects());
            if (decision.customer().equals(at)) {
                return at;
            }
            at = decision.customer();
            due = at.dueAt().orElse(Instant.MAX);
        }
        return at;
    }

    /** A run that time could not move stands on a version that is not here yet: ask again later. */
    private @Nullable Instant nextTimer(Customer customer, Instant until) {
        Instant due = customer.dueAt().orElse(null);
        boolean stuck = due != null && !due.isAfter(until);
        return stuck ? stores.marks().clock().plus(ASK_AGAIN) : due;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
