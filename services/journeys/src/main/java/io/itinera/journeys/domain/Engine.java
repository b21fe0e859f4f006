package io.itinera.journeys.domain;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.WayOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where each customer goes next. Pure, total and deterministic: the same definitions, customer,
 * input and moment give the same decision, and there is no second way in.
 */
public final class Engine {

    private Engine() {}

    /**
     * Takes one step.
     *
     * @param definitions the published journeys of the customer's workspace
     * @param customer them before
     * @param input what moves them
     * @param now the moment it moves them at: a record's own, or when a timer was due
     */
    public static Decision step(
            Definitions definitions, Customer customer, Input input, Instant now) {
        List<Effect> effects = new ArrayList<>();
        Customer after =
                switch (input) {
                    case Input.Happened happened ->
                            happened(definitions, customer, happened, now, effects);
                    case Input.TimeCame _ -> timeCame(definitions, customer, now, effects);
                    case Input.DefinitionsChanged _ ->
                            each(definitions, customer, 0, now, effects, _ -> {});
                    case Input.MovedIn(Moved moved) ->
                            new Merging(definitions, now, effects).merged(customer, moved);
                };
        return new Decision(after, effects);
    }

    private static Customer happened(
            Definitions definitions,
            Customer before,
            Input.Happened happened,
            Instant now,
            List<Effect> effects) {
        Activity activity = happened.activity();
        Customer customer =
                activity.profile() == null ? before : before.knownAs(activity.profile());
        Merge merge = activity.merge();
        if (merge != null && merge.from().equals(customer.id())) {
            return handedOver(customer, merge, happened.trace(), effects);
        }
        customer = noticed(definitions, customer, activity, now, effects);
        for (Entering entering : Entering.all(activity, happened.trace(), now)) {
            for (Definitions.Offer offer : definitions.offers(entering.name())) {
                customer = entering.offered(customer, offer, effects);
            }
        }
        return customer;
    }

    private static Customer noticed(
            Definitions definitions,
            Customer customer,
            Activity activity,
            Instant now,
            List<Effect> effects) {
        Optional<Happening> happening = Happening.of(activity);
        List<Happening> followed = Happening.followed(activity);
        UUID settled = settled(activity.outcome());
        return each(
                definitions,
                customer,
                hops(activity),
                now,
                effects,
                walk -> {
                    happening.ifPresentOrElse(what -> walk.notice(what, settled), walk::judge);
                    followed.forEach(what -> walk.notice(what, null));
                });
    }

    /** Of an outcome; of all else none, for it is the first of its chain. */
    static int hops(Activity activity) {
        return activity.outcome() == null ? 0 : activity.outcome().hops();
    }

    private static @Nullable UUID settled(@Nullable Outcome outcome) {
        return outcome == null || outcome.cause() == null ? null : outcome.cause().send();
    }

    private static Customer timeCame(
            Definitions definitions, Customer customer, Instant now, List<Effect> effects) {
        Customer awake = each(definitions, customer, 0, now, effects, Walk::wake);
        List<PastRun> past = awake.past().stream().filter(run -> !run.over(now)).toList();
        return awake.with(awake.enrollments(), past);
    }

    /** Lets every run take its step; those of an ended journey leave first. */
    private static Customer each(
            Definitions definitions,
            Customer customer,
            int led,
            Instant now,
            List<Effect> effects,
            Consumer<Walk> step) {
        List<Enrollment> runs = new ArrayList<>(customer.enrollments().size());
        for (Enrollment run : customer.enrollments()) {
            Enrollment after =
                    definitions
                            .version(run.start().journey(), run.start().version())
                            .map(version -> new Walk(version, customer, run, led, now, effects))
                            .map(walk -> moved(definitions, run, walk, step))
                            .orElse(run);
            if (!after.forgettable()) {
                runs.add(after);
            }
        }
        return customer.with(runs, customer.past());
    }

    private static Enrollment moved(
            Definitions definitions, Enrollment run, Walk walk, Consumer<Walk> step) {
        if (run.inside() && definitions.ended(run.start().journey())) {
            walk.stop(WayOut.ended, Reasons.JOURNEY_ENDED);
        }
        step.accept(walk);
        return walk.run();
    }

    private static Customer handedOver(
            Customer customer, Merge merge, @Nullable String trace, List<Effect> effects) {
        Moved moved =
                new Moved(
                        customer.workspace(),
                        merge.from(),
                        merge.into(),
                        customer.enrollments(),
                        customer.past());
        effects.add(new Effect.Hand(moved, trace));
        return customer.with(List.of(), List.of());
    }
}
