package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.activity.Unmerge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what happened, in order, as activities whose ids depend on nothing but what happened. */
final class Story {
    private final List<Activity> activities = new ArrayList<>();

    List<Activity> activities() {
        return List.copyOf(activities);
    }

    static ActivityCause cause(Happening happening) {
        return switch (happening) {
            case Happening.Did did -> ActivityCause.event;
            case Happening.Underwent underwent -> ActivityCause.outcome;
        };
    }

    void happened(Customer after, Entry entry, Changes changes, Map<String, Boolean> answers) {
        Happening happening = entry.happening();
        ActivityCause cause = cause(happening);
        Event event = happening instanceof Happening.Did did ? did.event() : null;
        Outcome outcome = happening instanceof Happening.Underwent it ? it.outcome() : null;
        activities.add(
                new Activity(
                        cause + "/" + happening.id(),
                        after.workspace(),
                        after.id(),
                        entry.origin(),
                        cause,
                        happening.at(),
                        event,
                        outcome,
                        null,
                        null,
                        changes.facts().changed(),
                        changes.memberships().entered(),
                        changes.memberships().left(),
                        answers,
                        after.profile(),
                        Map.of()));
    }

    void timePassed(Customer after, Instant due, Changes changes) {
        String id = "time/" + after.id() + "/" + due.toEpochMilli();
        add(id, after, ActivityCause.time, due, null, changes, after.profile());
    }

    void computed(Customer after, Instant now, SegmentRule rule, Changes changes) {
        ActivityCause cause = rule.cause();
        String id = cause + "/" + after.id() + "/" + rule.segment() + "/" + rule.version();
        add(id, after, cause, now, null, changes, null);
    }

    void joined(Customer after, Merge merge, Instant now, Changes changes) {
        String id = "merge/" + merge.from() + "/" + merge.into() + "/in";
        add(id, after, ActivityCause.merge, now, merge, changes, after.profile());
    }

    void ended(Customer after, Merge merge, Instant now, Changes changes) {
        String id = "merge/" + merge.from() + "/" + merge.into() + "/out";
        add(id, after, ActivityCause.merge, now, merge, changes, after.profile());
    }

    void parted(Customer after, Input.Parted parted, Instant now, Changes changes) {
        Merge merge = parted.merge();
        Unmerge unmerge =
                new Unmerge(
                        merge.from(), merge.into(), parted.origins().stream().sorted().toList());
        String id = "unmerge/" + parted.evidence() + "/" + after.id();
        add(id, after, ActivityCause.unmerge, now, null, unmerge, changes, after.profile());
    }

    private void add(
            String id,
            Customer after,
            ActivityCause cause,
            Instant at,
            @Nullable Merge merge,
            Changes changes,
            @Nullable Profile profile) {
        add(id, after, cause, at, merge, null, changes, profile);
    }

    private void add(
            String id,
            Customer after,
            ActivityCause cause,
            Instant at,
            @Nullable Merge merge,
            @Nullable Unmerge unmerge,
            Changes changes,
            @Nullable Profile profile) {
        UUID customer = after.id();
        activities.add(
                new Activity(
                        id,
                        after.workspace(),
                        customer,
                        customer,
                        cause,
                        at,
                        null,
                        null,
                        merge,
                        unmerge,
                        changes.facts().changed(),
                        changes.memberships().entered(),
                        changes.memberships().left(),
                        Map.of(),
                        profile,
                        Map.of()));
    }
}
