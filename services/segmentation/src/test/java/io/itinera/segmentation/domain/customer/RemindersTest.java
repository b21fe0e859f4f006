package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RemindersTest {
    private static final Instant START = Lives.START;
    private static final AttributeRule CONTRACT =
            new AttributeRule.Reminders(
                    "customer.contract_expiring",
                    new DateSource.Trait("contract_end"),
                    Stream.of(90, 60, 30, 7).map(Duration::ofDays).toList());
    private static final AttributeRule MISSED =
            new AttributeRule.Reminders(
                    "interaction.missed",
                    new DateSource.Slot(
                            "interaction.scheduled",
                            "id",
                            "due_at",
                            List.of("interaction.completed")),
                    List.of(Duration.ZERO));

    @Test
    void contractIsToldToExpireNinetySixtyThirtyAndSevenDaysBefore() {
        Lives life = Lives.with(Lives.attribute("contract", CONTRACT));
        ends(life, "e1", START, START.plus(Duration.ofDays(100)));
        assertEquals(
                List.of("10: 90 days", "40: 60 days", "70: 30 days", "93: 7 days"),
                told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(200)))));
    }

    @Test
    void ofWhatHadPassedWhenTheDateBecameKnownTheNearestIsToldThen() {
        Lives life = Lives.with(Lives.attribute("contract", CONTRACT));
        assertEquals(
                List.of(List.of("0: 30 days"), List.of(), List.of("13: 7 days")),
                List.of(
                        told(ends(life, "e1", START, START.plus(Duration.ofDays(20)))),
                        told(ends(life, "e2", at(1), START.plus(Duration.ofDays(20)))),
                        told(life.take(new Input.TimePassed(), at(200)))));
    }

    @Test
    void dateThatIsBehindIsNotToldToBeAhead() {
        Lives life = Lives.with(Lives.attribute("contract", CONTRACT));
        assertEquals(List.of(), told(ends(life, "e1", at(9), at(8))));
    }

    @Test
    void interactionThatIsLearntOfTooLateIsMissedForADay() {
        Lives life = Lives.with(Lives.attribute("missed", MISSED));
        assertEquals(
                List.of(List.of("9: 0 days"), List.of()),
                List.of(
                        told(scheduled(life, "s1", "a", at(9), at(8).plusSeconds(1))),
                        told(scheduled(life, "s2", "b", at(9), at(8).minusSeconds(1)))));
    }

    @Test
    void dateThatComesBackIsNotToldAgain() {
        Lives life = Lives.with(Lives.attribute("contract", CONTRACT));
        assertEquals(
                List.of(List.of("0: 30 days"), List.of("1: 60 days"), List.of()),
                List.of(
                        told(ends(life, "e1", START, at(20))),
                        told(ends(life, "e2", at(1), at(50))),
                        told(ends(life, "e3", at(2), at(20)))));
    }

    @Test
    void whatTheOtherWasToldIsNotToldAgain() {
        Lives bob = Lives.with(Lives.attribute("contract", CONTRACT));
        ends(bob, "e1", START, at(20));
        Lives ann = Lives.with(Lives.attribute("contract", CONTRACT));
        ann.happened(Lives.track("e2", "Viewed", at(1)));
        Merge merge = new Merge(new UUID(8, 8), Lives.CUSTOMER);
        assertEquals(
                List.of(List.of(), List.of("13: 7 days")),
                List.of(
                        told(ann.take(new Input.Joined(merge, bob.customer()), at(2))),
                        told(ann.take(new Input.TimePassed(), at(200)))));
    }

    @Test
    void dateThatMovesTakesItsRemindersAlong() {
        Lives life = Lives.with(Lives.attribute("contract", CONTRACT));
        ends(life, "e1", START, START.plus(Duration.ofDays(31)));
        List<String> before =
                told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(5))));
        ends(life, "e2", START.plus(Duration.ofDays(6)), START.plus(Duration.ofDays(50)));
        assertEquals(
                List.of(List.of("1: 30 days"), List.of("20: 30 days", "43: 7 days")),
                List.of(
                        before,
                        told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(200))))));
    }

    @Test
    void interactionThatIsNotCompletedByItsTimeIsMissed() {
        Lives life = Lives.with(Lives.attribute("missed", MISSED));
        scheduled(life, "s1", "a", START, START.plus(Duration.ofDays(1)));
        scheduled(life, "s2", "b", START, START.plus(Duration.ofDays(2)));
        life.happened(
                Lives.track(
                        "c1",
                        "interaction.completed",
                        Map.of("id", "a"),
                        START.plus(Duration.ofHours(3))));
        List<Activity> told =
                life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9))).activities();
        assertEquals(
                List.of("b at " + START.plus(Duration.ofDays(2))),
                told.stream()
                        .map(
                                it ->
                                        it.derived().getFirst().properties().get("id")
                                                + " at "
                                                + it.at())
                        .toList());
    }

    /** The order of arrival does not matter, the order of happening does. */
    @Test
    void completionThatIsToldBeforeTheScheduleStillEndsIt() {
        Lives life = Lives.with(Lives.attribute("missed", MISSED));
        Instant completed = START.plus(Duration.ofHours(3));
        life.happened(Lives.track("c1", "interaction.completed", Map.of("id", "a"), completed));
        life.happened(
                Lives.event(
                        "s1",
                        EventType.track,
                        "interaction.scheduled",
                        Map.of("id", "a", "due_at", START.plus(Duration.ofDays(1)).toString()),
                        Map.of(),
                        START,
                        completed.plusSeconds(5)));
        assertEquals(
                List.of(),
                life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9))).activities());
    }

    @Test
    void slotThatMovesIsRemindedOfAtItsNewTimeOnly() {
        Lives life = Lives.with(Lives.attribute("missed", MISSED));
        scheduled(life, "s1", "a", START, START.plus(Duration.ofDays(1)));
        scheduled(life, "s2", "a", START.plusSeconds(60), START.plus(Duration.ofDays(3)));
        assertEquals(
                List.of("3: 0 days"),
                told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9)))));
    }

    /** As happens to those whom the computation of a new version has not come to yet. */
    @Test
    void reminderThatIsDueWhileANewVersionIsComputedIsToldByIt() {
        Lives life = Lives.with(Lives.attribute("contract", CONTRACT));
        ends(life, "e1", START, START.plus(Duration.ofDays(31)));
        Attribute next = Lives.attribute("contract", 2, CONTRACT);
        life.rules(
                new Rulebook(
                        List.of(),
                        List.of(next),
                        List.of(),
                        Set.of(new SegmentKey(Lives.WORKSPACE, next.key()))));
        assertEquals(
                List.of("1: 30 days", "24: 7 days"),
                told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(200)))));
    }

    private static Instant at(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static Decision ends(Lives life, String id, Instant at, Instant end) {
        return life.happened(Lives.identify(id, Map.of("contract_end", end.toString()), at, at));
    }

    private static Decision scheduled(Lives life, String id, String slot, Instant at, Instant due) {
        return life.happened(
                Lives.track(
                        id,
                        "interaction.scheduled",
                        Map.of("id", slot, "due_at", due.toString()),
                        at));
    }

    private static List<String> told(Decision decision) {
        return decision.activities().stream()
                .flatMap(
                        activity ->
                                activity.derived().stream()
                                        .filter(it -> it.properties().containsKey("before"))
                                        .map(
                                                it ->
                                                        Duration.between(START, activity.at())
                                                                        .toDays()
                                                                + ": "
                                                                + it.properties().get("daysBefore")
                                                                + " days"))
                .toList();
    }
}
