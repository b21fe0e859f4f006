package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Condition.Segment;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Times;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Segments that mention others follow them in the same activity, however deep they lie. */
final class NestedSegmentsTest {
    private static final Instant START = Lives.START;

    /** Its id comes after those that mention it, so that no order of names helps. */
    private static final SegmentRule ACTIVE =
            Lives.rule("z", 1, Lives.performed("Viewed", Times.ONCE, Duration.ofMinutes(10)));

    private static final SegmentRule QUIET = Lives.rule("q", 1, new Condition.Not(in("z")));
    private static final SegmentRule JAPAN_AND_ACTIVE =
            Lives.rule(
                    "a",
                    1,
                    new Condition.All(
                            List.of(
                                    in("z"),
                                    new Condition.Trait(
                                            "country",
                                            new io.itinera.contracts.condition.Test.Equals(
                                                    new Operand.Literal("JP"))))));
    private static final SegmentRule DEEP = Lives.rule("d", 1, in("a"));

    private static Segment in(String segment) {
        return new Segment(segment);
    }

    @Test
    void whoEntersASegmentEntersThoseThatMentionItInTheSameActivity() {
        Lives life = life(ACTIVE, JAPAN_AND_ACTIVE, DEEP, QUIET);
        Activity told = life.happened(Lives.track("e2", "Viewed", START)).activities().getLast();
        assertEquals(List.of(entered("z"), entered("a"), entered("d")), told.entered());
        assertEquals(List.of(entered("q")), told.left());
    }

    @Test
    void timeThatLeavesASegmentLeavesThoseThatMentionIt() {
        Lives life = life(ACTIVE, JAPAN_AND_ACTIVE, DEEP);
        life.happened(Lives.track("e2", "Viewed", START));
        Instant end = START.plus(Duration.ofMinutes(10));
        List<Activity> told = life.take(new Input.TimePassed(), end).activities();
        assertEquals(
                List.of(
                        by("z", ActivityCause.time),
                        by("a", ActivityCause.time),
                        by("d", ActivityCause.time)),
                told.getFirst().left());
    }

    @Test
    void segmentThatItsOwnEventTurnsBackIsNotToldTwice() {
        SegmentRule either =
                Lives.rule(
                        "e",
                        1,
                        new Condition.Any(
                                List.of(
                                        new Condition.Not(in("z")),
                                        new Condition.Performed(
                                                "Viewed", Times.ONCE, null, null))));
        Lives life = life(ACTIVE, either);
        Activity told = life.happened(Lives.track("e2", "Viewed", START)).activities().getLast();
        assertEquals(List.of(entered("z")), told.entered());
        assertEquals(List.of(), told.left());
    }

    @Test
    void computedSegmentTakesThoseThatMentionItAlong() {
        Lives life = new Lives(DEEP, QUIET);
        life.happened(Lives.identify("e1", Map.of("country", "JP"), START, START));
        life.rules(
                Lives.book(
                        Set.of(new SegmentKey(Lives.WORKSPACE, "a")),
                        Lives.rule("a", 1, new Condition.All(List.of())),
                        DEEP,
                        QUIET));
        Activity told =
                life.take(new Input.TimePassed(), START.plusSeconds(1)).activities().getFirst();
        assertEquals(
                List.of(by("a", ActivityCause.backfill), by("d", ActivityCause.backfill)),
                told.entered());
    }

    private static Lives life(SegmentRule... rules) {
        Lives life = new Lives(rules);
        life.happened(
                Lives.identify(
                        "e1",
                        Map.of("country", "JP"),
                        START.minusSeconds(1),
                        START.minusSeconds(1)));
        return life;
    }

    private static MembershipChange entered(String segment) {
        return by(segment, ActivityCause.event);
    }

    private static MembershipChange by(String segment, ActivityCause cause) {
        return new MembershipChange(segment, 1, cause);
    }
}
