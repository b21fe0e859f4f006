package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.rules.JourneyQuestions;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class LifeTest {
    private static final Instant START = Lives.START;
    private static final SegmentRule ACTIVE =
            Lives.rule("active", 1, Lives.performed("Viewed", Times.ONCE, Duration.ofMinutes(10)));
    private static final SegmentRule JAPAN =
            Lives.rule(
                    "japan",
                    1,
                    new Condition.Trait(
                            "country",
                            new io.itinera.contracts.condition.Test.Equals(
                                    new Operand.Literal("JP"))));
    private static final SegmentRule NEVER_BOUGHT =
            Lives.rule("idle", 1, new Condition.Performed("Bought", new Times(0, 0), null, null));

    @Test
    void eventEntersASegmentAtOnce() {
        Lives life = new Lives(ACTIVE);
        Activity told = life.happened(Lives.track("e1", "Viewed", START)).activities().getFirst();
        assertEquals(
                List.of(new MembershipChange("active", 1, ActivityCause.event)), told.entered());
    }

    @Test
    void windowThatEndsLeavesTheSegmentWithItsOwnTime() {
        Lives life = new Lives(ACTIVE);
        life.happened(Lives.track("e1", "Viewed", START));
        Instant end = START.plus(Duration.ofMinutes(10));
        List<Activity> told = life.take(new Input.TimePassed(), end.plusSeconds(90)).activities();
        assertEquals(
                List.of(end + " " + List.of(new MembershipChange("active", 1, ActivityCause.time))),
                told.stream().map(it -> it.at() + " " + it.left()).toList());
    }

    @Test
    void overdueChangeComesBeforeTheEventThatWakesIt() {
        Lives life = new Lives(ACTIVE);
        life.happened(Lives.track("e1", "Viewed", START));
        Instant later = START.plus(Duration.ofMinutes(30));
        List<Activity> told = life.happened(Lives.track("e2", "Viewed", later)).activities();
        assertEquals(
                List.of(ActivityCause.time, ActivityCause.event),
                told.stream().map(Activity::cause).toList());
    }

    @Test
    void segmentOfThoseWhoNeverDidHasTheCustomerFromTheFirstEventOn() {
        Lives life = new Lives(NEVER_BOUGHT);
        Activity told = life.happened(Lives.track("e1", "Viewed", START)).activities().getFirst();
        assertEquals(List.of("idle"), told.profile().segments());
    }

    @Test
    void traitEntersAndItsRemovalLeaves() {
        Lives life = new Lives(JAPAN);
        life.happened(Lives.identify("e1", Map.of("country", "JP"), START, START));
        Map<String, Object> gone = new HashMap<>();
        gone.put("country", null);
        Activity told =
                life.happened(
                                Lives.identify(
                                        "e2", gone, START.plusSeconds(1), START.plusSeconds(1)))
                        .activities()
                        .getFirst();
        assertEquals(List.of(new MembershipChange("japan", 1, ActivityCause.event)), told.left());
    }

    @Test
    void lateTraitDoesNotOverwriteANewerOne() {
        Lives life = new Lives();
        life.happened(Lives.identify("e1", Map.of("plan", "gold"), START, START));
        life.happened(
                Lives.identify(
                        "e2",
                        Map.of("plan", "free"),
                        START.minusSeconds(60),
                        START.plusSeconds(1)));
        assertEquals(Map.of("plan", "gold"), life.customer().traitValues());
    }

    @Test
    void unchangedTraitIsNotTold() {
        Lives life = new Lives();
        life.happened(Lives.identify("e1", Map.of("visits", 3), START, START));
        Activity told =
                life.happened(
                                Lives.identify(
                                        "e2",
                                        Map.of("visits", 3L),
                                        START.plusSeconds(1),
                                        START.plusSeconds(1)))
                        .activities()
                        .getFirst();
        assertEquals(Map.of(), told.traits());
    }

    @Test
    void traitPastTheLimitIsNotTaken() {
        Lives life = new Lives();
        String fits = "x".repeat(TraitLimit.MAX_SIZE - "a".length() - 8);
        life.happened(Lives.identify("e1", Map.of("a", fits), START, START));
        life.happened(Lives.identify("e2", Map.of("b", ""), START, START.plusSeconds(1)));
        assertEquals(Set.of("a"), life.customer().traitValues().keySet());
    }

    @Test
    void consentIsWhatWasSaidLast() {
        Lives life = new Lives();
        life.happened(Lives.identify("e1", Map.of("consent", Map.of("email", true)), START, START));
        life.happened(
                Lives.identify(
                        "e2",
                        Map.of("consent", Map.of("email", false)),
                        START.minusSeconds(5),
                        START.plusSeconds(1)));
        assertEquals(
                Map.of("email", new Consent(true, START)), life.customer().profile().consents());
    }

    @Test
    void computedSegmentIsToldAsBackfillBeforeTheEventThatTouchesIt() {
        Lives life = new Lives();
        life.happened(Lives.track("e1", "Viewed", START));
        life.rules(Lives.book(Set.of(new SegmentKey(Lives.WORKSPACE, "active")), ACTIVE));
        List<Activity> told =
                life.happened(Lives.track("e2", "Viewed", START.plusSeconds(60))).activities();
        assertEquals(
                List.of(
                        "backfill "
                                + List.of(
                                        new MembershipChange("active", 1, ActivityCause.backfill)),
                        "event []"),
                told.stream().map(it -> it.cause() + " " + it.entered()).toList());
    }

    @Test
    void hiddenSegmentIsComputedWithoutAWordAndStandsInTheProfile() throws Exception {
        Lives life = new Lives();
        life.happened(Lives.track("e1", "Viewed", START));
        SegmentRule hidden =
                new SegmentRule(
                        Lives.WORKSPACE, "h", 1, SegmentRule.Audience.NOBODY, ACTIVE.condition());
        life.rules(Lives.book(Set.of(new SegmentKey(Lives.WORKSPACE, "h")), hidden));
        Decision decision = life.take(new Input.TimePassed(), START.plusSeconds(1));
        assertEquals(
                List.of(List.of(), List.of("h")),
                List.of(decision.activities(), decision.customer().profile().segments()));
    }

    @Test
    void archivedSegmentIsLeftByEveryone() {
        Lives life = new Lives(NEVER_BOUGHT);
        life.happened(Lives.track("e1", "Viewed", START));
        SegmentRule archived =
                SegmentRule.archived(Lives.WORKSPACE, "idle", 2, SegmentRule.Audience.EVERYONE);
        life.rules(Lives.book(Set.of(new SegmentKey(Lives.WORKSPACE, "idle")), archived));
        Activity told =
                life.take(new Input.TimePassed(), START.plusSeconds(1)).activities().getFirst();
        assertEquals(List.of(new MembershipChange("idle", 2, ActivityCause.edit)), told.left());
    }

    @Test
    void joinedCustomerBringsWhatIsKnownAndNewerHolds() {
        Lives other = new Lives();
        other.happened(Lives.identify("o1", Map.of("plan", "free", "city", "Oslo"), START, START));
        Lives life = new Lives();
        life.happened(
                Lives.identify(
                        "e1", Map.of("plan", "gold"), START.plusSeconds(1), START.plusSeconds(1)));
        Merge merge = new Merge(new UUID(1, 1), Lives.CUSTOMER);
        Decision decision =
                life.take(new Input.Joined(merge, other.customer()), START.plusSeconds(2));
        assertEquals(
                List.of(Map.of("plan", "gold", "city", "Oslo"), 2L),
                List.of(decision.customer().traitValues(), decision.customer().events()));
    }

    @Test
    void endedCustomerLeavesEverySegment() {
        Lives life = new Lives(ACTIVE);
        life.happened(Lives.track("e1", "Viewed", START));
        Merge merge = new Merge(Lives.CUSTOMER, new UUID(1, 1));
        Activity told =
                life.take(new Input.Ended(merge), START.plusSeconds(2)).activities().getFirst();
        assertEquals(List.of(new MembershipChange("active", 1, ActivityCause.merge)), told.left());
    }

    @Test
    void eventThatMayTriggerAJourneyIsAskedItsBoundConditions() throws Exception {
        Condition ordered =
                new Condition.Performed(
                        "Ordered",
                        Times.ONCE,
                        new Window.Since(Window.Anchor.trigger),
                        new Condition.Property(
                                "cart",
                                new io.itinera.contracts.condition.Test.Equals(
                                        new Operand.TriggerProperty("cart"))));
        JourneyQuestions questions = JourneyPlans.questions("Added", ordered);
        Lives life = new Lives();
        life.rules(new Rulebook(List.of(), List.of(questions), Set.of()));
        life.happened(
                Lives.event(
                        "e1",
                        EventType.track,
                        "Ordered",
                        Map.of("cart", "c1"),
                        Map.of(),
                        START.plusSeconds(5),
                        START.plusSeconds(5)));
        Activity late =
                life.happened(
                                Lives.event(
                                        "e2",
                                        EventType.track,
                                        "Added",
                                        Map.of("cart", "c1"),
                                        Map.of(),
                                        START,
                                        START.plusSeconds(6)))
                        .activities()
                        .getFirst();
        assertEquals(Map.of(io.itinera.conditions.Conditions.hash(ordered), true), late.answers());
    }
}
