package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.segmentation.domain.rules.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SchedulesTest {
    private static final Instant START = Lives.START;
    private static final Condition BOUGHT =
            Lives.performed("Bought", Times.ONCE, Duration.ofDays(3));

    @Test
    void memberIsToldAtTheirOwnMomentEachTime() {
        Lives life = buyers(Duration.ofDays(1));
        life.happened(Lives.track("e1", "Bought", START));
        assertEquals(
                List.of("PT24H0.007S", "PT48H0.007S"),
                told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9)))),
                "the customer's id is 7, and nobody is a member on the third day");
    }

    @Test
    void scheduleWithoutRepetitionIsToldOnce() {
        Lives life = buyers(null);
        life.happened(Lives.track("e1", "Bought", START));
        assertEquals(
                List.of("PT24H0.007S"),
                told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9)))));
    }

    @Test
    void whoIsNoMemberAtThatTimeIsNotTold() {
        Lives life = buyers(null);
        life.happened(Lives.track("e1", "Viewed", START));
        assertEquals(
                List.of(), told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9)))));
    }

    @Test
    void timeThatHadPassedIsNotTold() {
        Lives life = buyers(null);
        Instant after = START.plus(Duration.ofDays(2));
        life.happened(Lives.track("e1", "Bought", after));
        assertEquals(
                List.of(), told(life.take(new Input.TimePassed(), START.plus(Duration.ofDays(9)))));
    }

    /** Their own moments are 7 ms and some seconds later; they are found to be one in between. */
    @Test
    void whoWasToldBeforeAMergeIsNotToldAgainAfterIt() {
        Lives ann = buyers(Duration.ofDays(1));
        ann.happened(Lives.track("e1", "Bought", START));
        Instant between = START.plus(Duration.ofDays(1)).plusMillis(100);
        List<String> before = told(ann.take(new Input.TimePassed(), between));
        Customer later = Customer.unknown(Lives.WORKSPACE, new UUID(8, 8_000));
        Lives bob = buyers(Duration.ofDays(1)).of(later);
        bob.happened(Lives.track("e2", "Bought", START));
        bob.take(new Input.TimePassed(), between);
        Merge merge = new Merge(Lives.CUSTOMER, later.id());
        bob.take(new Input.Joined(merge, ann.customer()), between);
        assertEquals(
                List.of(List.of("PT24H0.007S"), List.of("PT48H8S")),
                List.of(
                        before,
                        told(bob.take(new Input.TimePassed(), START.plus(Duration.ofDays(9))))));
    }

    private static Lives buyers(@Nullable Duration every) {
        Lives life = new Lives();
        life.rules(
                new Rulebook(
                        List.of(Lives.rule("buyers", 1, BOUGHT)),
                        List.of(
                                Lives.attribute(
                                        "sale",
                                        new AttributeRule.Schedule(
                                                "sale",
                                                "buyers",
                                                START.plus(Duration.ofDays(1)),
                                                every,
                                                Duration.ofSeconds(20)))),
                        List.of(),
                        Set.of()));
        return life;
    }

    private static List<String> told(Decision decision) {
        return decision.activities().stream()
                .filter(it -> it.derived().stream().anyMatch(each -> each.name().equals("sale")))
                .map(Activity::at)
                .map(at -> Duration.between(START, at).toString())
                .toList();
    }
}
