package io.itinera.journeys.domain;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Performance;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.journeys.domain.plan.NamedRule;
import io.itinera.journeys.domain.plan.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an event, or what follows from an activity under a name of its own, begins a run. */
final class Entering {
    private final Activity activity;
    private final String id;
    private final Trigger trigger;
    private final Map<String, Boolean> answers;
    private final @Nullable String trace;
    private final Instant now;

    private Entering(
            Activity activity,
            String id,
            Trigger trigger,
            Map<String, Boolean> answers,
            @Nullable String trace,
            Instant now) {
        this.activity = activity;
        this.id = id;
        this.trigger = trigger;
        this.answers = answers;
        this.trace = trace;
        this.now = now;
    }

    /** Everything of an activity that could begin a run; nothing of what is long past. */
    static List<Entering> all(Activity activity, @Nullable String trace, Instant now) {
        Event event = activity.event();
        if (event != null && event.historic()) {
            return List.of();
        }
        List<Entering> all = new ArrayList<>();
        if (event != null && activity.cause() == ActivityCause.event) {
            Trigger trigger =
                    new Trigger(event.id(), event.name(), event.properties(), event.occurredAt());
            all.add(new Entering(activity, activity.id(), trigger, activity.answers(), trace, now));
        }
        for (Derived it : activity.derived()) {
            Trigger trigger = new Trigger(it.id(), it.name(), it.properties(), activity.at());
            all.add(new Entering(activity, it.id(), trigger, it.answers(), trace, now));
        }
        return all;
    }

    /** The name of what could begin a run. */
    String name() {
        return trigger.name();
    }

    /** The customer after this offer: with one more run, or as they were and told why. */
    Customer offered(Customer customer, Definitions.Offer offer, List<Effect> effects) {
        Version version = offer.version();
        if (!version.where().passes(trigger.properties(), Map.of())) {
            return customer;
        }
        String key = key(version.entry());
        if (isUnderWay(customer, version, key)) {
            return customer;
        }
        String refusal = refusal(customer, offer, key);
        if (refusal != null) {
            effects.add(new Effect.Tell(refused(customer, version, refusal), trace));
            return customer;
        }
        return entered(customer, version, key, effects);
    }

    private @Nullable String key(Entry entry) {
        return entry.key() == null ? null : Values.text(trigger.properties(), entry.key());
    }

    private static boolean isUnderWay(Customer customer, Version version, @Nullable String key) {
        return customer.enrollments().stream()
                .anyMatch(run -> run.inside() && run.sameRun(version.journey(), key));
    }

    private @Nullable String refusal(
            Customer customer, Definitions.Offer offer, @Nullable String key) {
        Version version = offer.version();
        if (!offer.ready()) {
            return Reasons.NOT_READY;
        }
        if (Engine.hops(activity) >= Outcome.MAX_HOPS) {
            return Reasons.CIRCLE;
        }
        if (version.entry().key() != null && key == null) {
            return Reasons.KEY_MISSING;
        }
        if (version.rule() != null && !version.rule().evaluate(asking(customer, version)).holds()) {
            return Reasons.RULE;
        }
        for (NamedRule exclude : version.excludes()) {
            if (excludes(customer, version, exclude.when())) {
                return Reasons.excluded(exclude.name());
            }
        }
        PastRun past = lastRun(customer, version, key);
        if (past != null) {
            return past.until() == null ? Reasons.ALREADY_ENTERED : Reasons.TOO_SOON;
        }
        long inside = customer.enrollments().stream().filter(Enrollment::inside).count();
        return inside >= Enrollment.MAX ? Reasons.TOO_MANY : null;
    }

    /** Segmentation, who has the history, has answered what mentions the trigger. */
    private boolean excludes(Customer customer, Version version, Compiled when) {
        Boolean answer = when.bound() ? answers.get(when.hash()) : null;
        return answer == null ? when.evaluate(asking(customer, version)).holds() : answer;
    }

    private @Nullable PastRun lastRun(Customer customer, Version version, @Nullable String key) {
        return customer.past().stream()
                .filter(past -> past.journey().equals(version.journey()))
                .filter(past -> Objects.equals(past.key(), key))
                .filter(past -> !past.over(now))
                .findFirst()
                .orElse(null);
    }

    private Asking asking(Customer customer, Version version) {
        return new Asking(
                customer.id(), customer.profile(), trigger, memory(version).counts(), now);
    }

    private Customer entered(
            Customer customer, Version version, @Nullable String key, List<Effect> effects) {
        UUID enrollment = Naming.enrollment(version.journey(), customer.id(), id, now);
        Start start =
                new Start(
                        enrollment,
                        version.journey(),
                        version.number(),
                        activity.origin(),
                        key,
                        trigger,
                        now,
                        trace,
                        Engine.hops(activity));
        Enrollment fresh = new Enrollment(start, null, memory(version), List.of(), 0);
        Walk walk = new Walk(version, customer, fresh, start.hops(), now, effects);
        walk.enter();
        List<Enrollment> runs = new ArrayList<>(customer.enrollments());
        if (!walk.run().forgettable()) {
            runs.add(walk.run());
        }
        return customer.with(trimmed(runs), remembering(customer, version, key));
    }

    /** The trigger counts, as it does in the timeline; earlier events as segmentation answered. */
    private Memory memory(Version version) {
        Happening first = new Happening(trigger.name(), trigger.properties(), trigger.occurredAt());
        Memory memory =
                Memory.empty(trigger.occurredAt())
                        .gathering(version, first)
                        .counting(version, trigger.properties(), first);
        for (Performance performance : version.counted()) {
            Boolean answer = answers.get(performance.hash());
            if (answer != null) {
                memory = memory.answered(performance, answer, trigger.occurredAt());
            }
        }
        return memory;
    }

    /** The oldest run that has ended makes room; its sends can then no longer be called back. */
    private static List<Enrollment> trimmed(List<Enrollment> runs) {
        if (runs.size() <= Enrollment.MAX) {
            return runs;
        }
        List<Enrollment> kept = new ArrayList<>(runs);
        runs.stream().filter(run -> !run.inside()).findFirst().ifPresent(kept::remove);
        return kept;
    }

    private List<PastRun> remembering(Customer customer, Version version, @Nullable String key) {
        PastRun run =
                switch (version.entry().reentry()) {
                    case always -> null;
                    case never -> new PastRun(version.journey(), key, null);
                    case after ->
                            new PastRun(
                                    version.journey(),
                                    key,
                                    now.plus(Objects.requireNonNull(version.entry().interval())));
                };
        List<PastRun> past =
                Stream.concat(customer.past().stream(), Stream.ofNullable(run)).toList();
        return past.subList(Math.max(0, past.size() - Customer.MAX_PAST), past.size());
    }

    private Transition refused(Customer customer, Version version, String reason) {
        return new Transition(
                id + "/" + version.journey(),
                customer.workspace(),
                customer.id(),
                activity.origin(),
                version.journey(),
                version.number(),
                null,
                TransitionKind.refused,
                null,
                0,
                null,
                null,
                reason,
                null,
                now,
                Map.of("event", trigger.name()),
                Map.of());
    }
}
