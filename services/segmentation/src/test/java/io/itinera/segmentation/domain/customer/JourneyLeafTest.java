package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.Explanation;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JourneyLeafTest {
    private static final Instant START = Lives.START;
    private static final UUID RUN = Travels.run(1);
    private static final Condition IN = asking(Condition.Journey.State.in);
    private static final SegmentRule INSIDE = Lives.rule("inside", 1, IN);
    private static final SegmentRule DONE =
            Lives.rule("done", 1, asking(Condition.Journey.State.finished));
    private static final SegmentRule OUTSIDE = Lives.rule("outside", 1, new Condition.Not(IN));

    @Test
    void membershipFollowsTheRunAtBothEnds() {
        Lives life = new Lives(INSIDE, DONE);
        life.happened(Lives.track("e1", "Viewed", START));
        Activity began = told(life, Travels.entered(Lives.CUSTOMER, RUN, at(1)));
        Activity ended = told(life, left(RUN, 1, 2, WayOut.exited));
        assertEquals(
                List.of(changes("inside"), List.of(), changes("done"), changes("inside")),
                List.of(began.entered(), began.left(), ended.entered(), ended.left()));
    }

    @Test
    void runThatGoesOnInAnotherHasNotFinished() {
        Lives life = new Lives(INSIDE, DONE);
        told(life, Travels.entered(Lives.CUSTOMER, RUN, at(1)));
        Activity merged = told(life, left(RUN, 1, 2, WayOut.merged));
        assertEquals(
                List.of(List.of(), changes("inside")), List.of(merged.entered(), merged.left()));
    }

    @Test
    void whoIsInNoJourneyIsOutsideFromTheFirstEventOn() {
        Lives life = new Lives(OUTSIDE);
        Activity first = life.happened(Lives.track("e1", "Viewed", START)).activities().getFirst();
        assertEquals(List.of("outside"), first.profile().segments());
    }

    @Test
    void segmentPublishedLaterFindsWhoIsInsideAlready() {
        Lives life = new Lives();
        life.happened(Lives.track("e1", "Viewed", START));
        told(life, Travels.entered(Lives.CUSTOMER, RUN, at(1)));
        life.rules(Lives.book(Set.of(new SegmentKey("w", "inside")), INSIDE));
        List<Activity> told = life.take(new Input.TimePassed(), at(5)).activities();
        assertEquals(
                List.of(new MembershipChange("inside", 1, ActivityCause.backfill)),
                told.getFirst().entered());
    }

    @Test
    void whatTheOtherOneIsInCountsAfterAMerge() {
        UUID bob = new UUID(8, 8);
        Lives life = new Lives(INSIDE, DONE);
        life.happened(Lives.track("e1", "Viewed", START));
        Outcome his = Travels.entered(bob, Travels.run(2), at(1));
        Entry line = new Entry(bob, new Happening.Underwent(his));
        Customer other = Rebuilding.with(Customer.unknown("w", bob), List.of(line));
        Activity joined =
                life.take(new Input.Joined(new Merge(bob, Lives.CUSTOMER), other), at(3))
                        .activities()
                        .getFirst();
        assertEquals(
                List.of(new MembershipChange("inside", 1, ActivityCause.merge)), joined.entered());
    }

    @Test
    void explanationShowsTheRunAndWhenItBegan() throws InvalidCondition {
        Lives life = new Lives();
        life.happened(Lives.track("e1", "Viewed", START));
        told(life, Travels.entered(Lives.CUSTOMER, RUN, at(1)));
        Explanation why =
                new Appraisal(life.customer(), at(2), life.history(), KnownAccounts.NONE)
                        .explain(Conditions.compile(IN));
        assertEquals(
                List.of(
                        new Explanation.Seen(
                                RUN.toString(), "$journey_entered", at(1), Map.of("version", 2))),
                why.events());
        assertEquals(
                List.of(new Explanation.Turn.Progress(Travels.JOURNEY.toString())), why.turns());
    }

    private static Condition asking(Condition.Journey.State state) {
        return new Condition.Journey(Travels.JOURNEY, state);
    }

    private static Outcome left(UUID run, int entered, int left, WayOut way) {
        return Travels.left(Lives.CUSTOMER, Lives.CUSTOMER, run, at(entered), at(left), way);
    }

    private static Activity told(Lives life, Outcome outcome) {
        Entry entry = new Entry(Lives.CUSTOMER, new Happening.Underwent(outcome));
        return life.take(new Input.Happened(entry), outcome.occurredAt()).activities().getLast();
    }

    private static List<MembershipChange> changes(String segment) {
        return List.of(new MembershipChange(segment, 1, ActivityCause.outcome));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
