package io.itinera.journeys;

import io.itinera.journeys.domain.Customer;
import io.itinera.journeys.domain.Decision;
import io.itinera.journeys.domain.Definitions;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Engine;
import io.itinera.journeys.domain.Input;
import io.itinera.journeys.store.CustomerKey;
import io.itinera.journeys.store.Remembered;
import io.itinera.kit.logs.LogKeys;
import io.itinera.kit.logs.LogWith;
import io.itinera.kit.records.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One customer's step: load, decide, save, perform. */
final class Steps {
    private static final Logger LOG = Logger.getLogger(Steps.class);

    /** When to ask again about a run whose version this task cannot run yet. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final TaskStores stores;
    private final Outlet outlet;
    private final JourneyMeters meters;

    Steps(TaskStores stores, Outlet outlet, JourneyMeters meters) {
        this.stores = stores;
        this.outlet = outlet;
        this.meters = meters;
    }

    /**
     * Takes one customer's step among those of others, who do not suffer from its surprise.
     *
     * @param original the record that is behind it, empty when there is none
     * @return false when it could not be taken, which has been told
     */
    boolean attempt(CustomerKey who, Bytes original, Runnable work) {
        try {
            work.run();
            return true;
        } catch (KafkaException streams) {
            throw streams;
        } catch (Unreadable why) {
            putAside(who, original, why);
        } catch (RuntimeException surprise) {
            LogWith.keys(
                    Map.of(LogKeys.WORKSPACE, who.workspace(), LogKeys.CUSTOMER, who.customer()),
                    () -> LOG.error("A customer could not be stepped through", surprise));
            putAside(who, original, new Unreadable("step_failed", surprise.getClass().getName()));
        }
        return false;
    }

    private void putAside(CustomerKey who, Bytes original, Unreadable why) {
        meters.quarantined(why.reason());
        outlet.putAside(new Aside(who, original, why, stores.marks().clock()));
    }

    /**
     * Takes a step.
     *
     * @param input what moves the customer; none when only time does
     * @param at when it moves them
     * @param until up to when their timers fire
     */
    void take(CustomerKey who, @Nullable Input input, Instant at, Instant until) {
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
}
