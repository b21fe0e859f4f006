package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows under a name of its own is a line of the timeline, and counts by that name. */
final class FollowedTest {
    private static final Instant START = Lives.START;
    private static final Attribute ENDING =
            Lives.attribute(
                    "ending",
                    new AttributeRule.Reminders(
                            "contract.ending",
                            new DateSource.Trait("ends"),
                            List.of(Duration.ofDays(7), Duration.ZERO)));
    private static final SegmentRule WARNED =
            Lives.rule(
                    "warned",
                    1,
                    Lives.performed("contract.ending", Times.ONCE, Duration.ofDays(2)));

    @Test
    void reminderIsALineWithItsCause() {
        Lives life = knowing(WARNED);
        life.happened(ends(10));
        Instant due = at(3);
        assertEquals(
                List.of(
                        new Entry(
                                Lives.CUSTOMER,
                                new Happening.Followed(
                                        "time/" + Lives.CUSTOMER + "/" + due.toEpochMilli() + "/0",
                                        Lives.WORKSPACE,
                                        "contract.ending",
                                        Map.of(
                                                "trait",
                                                "ends",
                                                "date",
                                                at(10).toString(),
                                                "before",
                                                "PT168H",
                                                "daysBefore",
                                                7L),
                                        due,
                                        "time/" + Lives.CUSTOMER + "/" + due.toEpochMilli()))),
                life.take(new Input.TimePassed(), at(4)).followed());
    }

    @Test
    void segmentThatNamesItHasTheCustomerFromThatMomentUntilItsWindowEnds() {
        Lives life = knowing(WARNED);
        life.happened(ends(10));
        List<String> changes = new ArrayList<>();
        for (Activity each : life.take(new Input.TimePassed(), at(20)).activities()) {
            each.entered().forEach(it -> changes.add("in " + each.at()));
            each.left().forEach(it -> changes.add("out " + each.at()));
        }
        assertEquals(
                List.of("in " + at(3), "out " + at(5), "in " + at(10), "out " + at(12)), changes);
    }

    @Test
    void whatFollowsFromAnEventTouchesSegmentsWithIt() {
        Lives life = knowing(WARNED);
        Activity told = life.happened(ends(5)).activities().getFirst();
        assertEquals(
                List.of(new MembershipChange("warned", 1, ActivityCause.event)), told.entered());
    }

    @Test
    void attributeThatGoesByWhatAnotherTellsIsAskedAtOnce() {
        Attribute warnings =
                Lives.attribute(
                        "warnings",
                        new AttributeRule.Computed(
                                AttributeRule.Computed.Of.count,
                                "contract.ending",
                                null,
                                null,
                                null));
        Lives life = new Lives();
        life.rules(new Rulebook(List.of(), List.of(ENDING, warnings), List.of(), Set.of()));
        life.happened(ends(10));
        life.take(new Input.TimePassed(), at(4));
        assertEquals(1, ((Number) life.customer().traitValues().get("warnings")).intValue());
    }

    @Test
    void tagThatAnOutcomeAddsIsOneLine() {
        Condition once = new Condition.Performed("tag.added", new Times(1, 1), null, null);
        Lives life = knowing(Lives.rule("tagged", 1, once));
        life.happened(Lives.track("e1", "Viewed", START));
        Outcome tagged =
                new Outcome(
                        "o1",
                        Lives.WORKSPACE,
                        Lives.CUSTOMER,
                        OutcomeName.TAG_ADDED,
                        Map.of("tag", "vip", "by", "mira"),
                        at(1),
                        null,
                        0,
                        Map.of());
        Entry entry = new Entry(Lives.CUSTOMER, new Happening.Underwent(tagged));
        Decision decision = life.take(new Input.Happened(entry), at(1));
        assertEquals(
                List.of(List.of(), List.of("tagged")),
                List.of(
                        decision.followed(),
                        decision.activities().getFirst().profile().segments()));
    }

    private static Lives knowing(SegmentRule rule) {
        Lives life = new Lives();
        life.rules(new Rulebook(List.of(rule), List.of(ENDING), List.of(), Set.of()));
        return life;
    }

    private static Event ends(int days) {
        return Lives.identify("e1", Map.of("ends", at(days).toString()), START, START);
    }

    private static Instant at(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
