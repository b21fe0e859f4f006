package io.itinera.journeys;

import io.itinera.contracts.Cause;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Activities as segmentation would tell them. */
public record Happenings(String workspace, UUID customer, Profile profile) {

    /** Nothing known of the customer but an address. */
    public static Happenings of(String workspace, UUID customer) {
        return new Happenings(
                workspace,
                customer,
                new Profile(
                        Map.of("email", customer + "@shop.example"),
                        Map.of(),
                        List.of(),
                        Map.of()));
    }

    /** The same customer with these traits and segments. */
    public Happenings known(Map<String, Object> traits, List<String> segments) {
        return new Happenings(
                workspace,
                customer,
                new Profile(profile.identities(), traits, segments, profile.consents()));
    }

    /** An event that occurred when it was received. */
    public Activity event(String id, Instant at, String name, Map<String, Object> properties) {
        return event(id, at, at, name, properties, Map.of(), false);
    }

    /** An event. */
    public Activity event(
            String id,
            Instant at,
            Instant occurredAt,
            String name,
            Map<String, Object> properties,
            Map<String, Boolean> answers,
            boolean historic) {
        Event event =
                new Event(
                        id,
                        workspace,
                        EventType.track,
                        name,
                        null,
                        customer.toString(),
                        null,
                        null,
                        Map.of(),
                        properties,
                        Map.of(),
                        Map.of(),
                        occurredAt,
                        at,
                        "source",
                        historic,
                        Map.of());
        return activity(id, ActivityCause.event, at, event, null, null, answers);
    }

    /** Something that came of a send. */
    public Activity outcome(String id, Instant at, OutcomeName name, Cause cause) {
        Outcome outcome =
                new Outcome(id, workspace, customer, name, Map.of(), at, cause, 0, Map.of());
        return activity(id, ActivityCause.outcome, at, null, outcome, null, Map.of());
    }

    /** Nothing but what is known. */
    public Activity time(String id, Instant at) {
        return activity(id, ActivityCause.time, at, null, null, null, Map.of());
    }

    /** Time, from which these follow by their names, each with its properties. */
    public Activity derived(String id, Instant at, List<Derived> derived) {
        Activity time = time(id, at);
        return new Activity(
                id,
                workspace,
                customer,
                customer,
                time.cause(),
                at,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                derived,
                profile,
                Map.of());
    }

    /** What was done with the customer, from which these follow by their names. */
    public Activity followed(Outcome outcome, List<Derived> derived) {
        return new Activity(
                "outcome/" + outcome.id(),
                workspace,
                customer,
                customer,
                ActivityCause.outcome,
                outcome.occurredAt(),
                null,
                outcome,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                derived,
                profile,
                Map.of());
    }

    /** Two customers found to be one. */
    public Activity merge(String id, Instant at, UUID from, UUID into) {
        return activity(id, ActivityCause.merge, at, null, null, new Merge(from, into), Map.of());
    }

    private Activity activity(
            String id,
            ActivityCause cause,
            Instant at,
            @Nullable Event event,
            @Nullable Outcome outcome,
            @Nullable Merge merge,
            Map<String, Boolean> answers) {
        return new Activity(
                id, workspace, customer, customer, cause, at, event, outcome, merge, null, Map.of(),
                List.of(), List.of(), answers, List.of(), profile, Map.of());
    }
}
