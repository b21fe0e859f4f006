package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.activity.Unmerge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.segmentation.domain.attributes.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
            case Happening.Followed _ ->
                    throw new IllegalArgumentException("what follows is told with its cause");
        };
    }

    /** Names the activity of something that happened. */
    static String id(Happening happening) {
        return cause(happening) + "/" + happening.id();
    }

    /** Names the activity of what time changed. */
    static String id(Customer customer, Instant due) {
        return "time/" + customer.id() + "/" + due.toEpochMilli();
    }

    /** Names the activity of a merge, where it is told of the one who goes on. */
    static String id(Merge merge) {
        return "merge/" + merge.from() + "/" + merge.into() + "/in";
    }

    /** Names the activity of one of two who were one. */
    static String id(Customer customer, Input.Parted parted) {
        return "unmerge/" + parted.evidence() + "/" + customer.id();
    }

    void happened(
            Customer after,
            Entry entry,
            Changes changes,
            Map<String, Boolean> answers,
            Function<News, Map<String, Boolean>> answering) {
        Happening happening = entry.happening();
        ActivityCause cause = cause(happening);
        Event event = happening instanceof Happening.Did did ? did.event() : null;
        Outcome outcome = happening instanceof Happening.Underwent it ? it.outcome() : null;
        String id = id(happening);
        activities.add(
                new Activity(
                        id,
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
                        derived(id, changes.news(), isPast(event) ? _ -> Map.of() : answering),
                        after.profile(),
                        Map.of()));
    }

    /** What is imported from long ago triggers nothing, and so asks nothing. */
    private static boolean isPast(@Nullable Event event) {
        return event != null && event.historic();
    }

    private static List<Derived> derived(
            String id, List<News> news, Function<News, Map<String, Boolean>> answering) {
        List<Derived> derived = new ArrayList<>(news.size());
        for (News each : news) {
            derived.add(
                    new Derived(
                            Following.id(id, derived.size()),
                            each.name(),
                            each.properties(),
                            answering.apply(each)));
        }
        return derived;
    }

    void timePassed(
            Customer after,
            Instant due,
            Changes changes,
            Function<News, Map<String, Boolean>> answering) {
        String id = id(after, due);
        List<Derived> derived = derived(id, changes.news(), answering);
        add(id, after, ActivityCause.time, due, null, changes, derived, after.profile());
    }

    /**
     * What changed because something else is known of their account, whose revisions begin anew
     * when it was forgotten.
     */
    void accountTold(Customer after, Input.AccountTold told, Instant now, Changes changes) {
        String what = told.account() + "/" + told.revision() + "/" + now.toEpochMilli();
        String id = "account/" + after.id() + "/" + what;
        add(id, after, told.cause(), now, null, changes, List.of(), after.profile());
    }

    /** What a computation over everyone changed, because somebody published or edited something. */
    void computed(
            Customer after,
            Instant now,
            ActivityCause cause,
            String key,
            int version,
            Changes changes) {
        String id = cause + "/" + after.id() + "/" + key + "/" + version;
        add(id, after, cause, now, null, changes, List.of(), null);
    }

    void joined(
            Customer after,
            Merge merge,
            Instant now,
            Changes changes,
            Function<News, Map<String, Boolean>> answering) {
        String id = id(merge);
        List<Derived> derived = derived(id, changes.news(), answering);
        add(id, after, ActivityCause.merge, now, merge, changes, derived, after.profile());
    }

    void ended(Customer after, Merge merge, Instant now, Changes changes) {
        String id = "merge/" + merge.from() + "/" + merge.into() + "/out";
        add(id, after, ActivityCause.merge, now, merge, changes, List.of(), after.profile());
    }

    void erased(Customer after, UUID erasure, Instant now, Changes changes) {
        String id = "erasure/" + erasure + "/" + after.id();
        add(id, after, ActivityCause.erasure, now, null, changes, List.of(), null);
    }

    void parted(
            Customer after,
            Input.Parted parted,
            Instant now,
            Changes changes,
            Function<News, Map<String, Boolean>> answering) {
        Merge merge = parted.merge();
        Unmerge unmerge =
                new Unmerge(
                        merge.from(), merge.into(), parted.origins().stream().sorted().toList());
        String id = id(after, parted);
        List<Derived> derived = derived(id, changes.news(), answering);
        add(
                id,
                after,
                ActivityCause.unmerge,
                now,
                null,
                unmerge,
                changes,
                derived,
                after.profile());
    }

    private void add(
            String id,
            Customer after,
            ActivityCause cause,
            Instant at,
            @Nullable Merge merge,
            Changes changes,
            List<Derived> derived,
            @Nullable Profile profile) {
        add(id, after, cause, at, merge, null, changes, derived, profile);
    }

    private void add(
            String id,
            Customer after,
            ActivityCause cause,
            Instant at,
            @Nullable Merge merge,
            @Nullable Unmerge unmerge,
            Changes changes,
            List<Derived> derived,
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
                        derived,
                        profile,
                        Map.of()));
    }
}
