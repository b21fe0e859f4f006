package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.AttributeRule.Computed.Of;
import io.itinera.contracts.attribute.Stage;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AttributesTest {
    private static final Instant START = Lives.START;
    private static final AttributeRule ORDERS =
            new AttributeRule.Computed(
                    Of.count, "Bought", null, new Window.Last(Duration.ofDays(30)), null);
    private static final Condition TWO_ORDERS =
            new Condition.Trait(
                    "orders",
                    new io.itinera.contracts.condition.Test.AtLeast(new Operand.Literal(2)));
    private static final AttributeRule STAGES = stages(false);

    private static AttributeRule stages(boolean backwards) {
        return new AttributeRule.Stages(
                List.of(
                        new Stage("visitor", new Condition.All(List.of())),
                        new Stage(
                                "customer",
                                Lives.performed("Bought", Times.ONCE, Duration.ofDays(30))),
                        new Stage("regular", TWO_ORDERS)),
                backwards);
    }

    @Test
    void segmentThatAsksForAComputedTraitIsEnteredAndLeftWithIt() {
        Lives life = new Lives();
        life.rules(
                new Rulebook(
                        List.of(Lives.rule("regulars", 1, TWO_ORDERS)),
                        List.of(Lives.attribute("orders", ORDERS)),
                        List.of(),
                        Set.of()));
        life.happened(Lives.track("e1", "Bought", START));
        Activity entering =
                life.happened(Lives.track("e2", "Bought", day(1))).activities().getLast();
        Activity leaving = life.take(new Input.TimePassed(), day(40)).activities().getFirst();

        assertEquals(
                List.of(
                        List.of(new MembershipChange("regulars", 1, ActivityCause.event)),
                        List.of(new MembershipChange("regulars", 1, ActivityCause.time)),
                        day(30)),
                List.of(entering.entered(), leaving.left(), leaving.at()));
    }

    @Test
    void stageIsReachedByWhatAnotherAttributeSays() {
        Lives life =
                Lives.with(Lives.attribute("lifecycle", STAGES), Lives.attribute("orders", ORDERS));
        life.happened(Lives.track("e1", "Bought", START));
        Activity told = life.happened(Lives.track("e2", "Bought", day(1))).activities().getLast();

        assertEquals(
                List.of(
                        new Derived(
                                "event/e2/0",
                                "stage.changed",
                                Map.of(
                                        "attribute", "lifecycle",
                                        "from", "customer",
                                        "to", "regular",
                                        "secondsInStage", Duration.ofDays(1).toSeconds()),
                                Map.of())),
                told.derived());
    }

    @Test
    void nobodyFallsBackUnlessTheyMay() {
        Lives forwards =
                Lives.with(Lives.attribute("lifecycle", STAGES), Lives.attribute("orders", ORDERS));
        Lives backwards =
                Lives.with(
                        Lives.attribute("lifecycle", stages(true)),
                        Lives.attribute("orders", ORDERS));
        for (Lives life : List.of(forwards, backwards)) {
            life.happened(Lives.track("e1", "Bought", START));
            life.take(new Input.TimePassed(), day(40));
        }
        assertEquals(
                List.of("customer", "visitor", day(30).toString()),
                List.of(
                        forwards.customer().traitValues().get("lifecycle"),
                        backwards.customer().traitValues().get("lifecycle"),
                        backwards.customer().traitValues().get("lifecycle_since")));
    }

    @Test
    void whoeverIsFurtherGoesOnAfterAMerge() {
        Lives other = Lives.with(Lives.attribute("lifecycle", STAGES));
        other.happened(Lives.track("o1", "Bought", START));
        other.take(new Input.TimePassed(), day(40));
        Lives life = Lives.with(Lives.attribute("lifecycle", STAGES));
        life.happened(Lives.track("e1", "Viewed", day(41)));
        life.take(
                new Input.Joined(new Merge(new UUID(1, 1), Lives.CUSTOMER), other.customer()),
                day(42));

        assertEquals("customer", life.customer().traitValues().get("lifecycle"));
    }

    @Test
    void publishingTellsTheTraitAsBackfillAndNoNews() {
        Attribute lifecycle = Lives.attribute("lifecycle", STAGES);
        Lives life = new Lives();
        life.happened(Lives.track("e1", "Bought", START));
        life.rules(
                new Rulebook(
                        List.of(),
                        List.of(lifecycle),
                        List.of(),
                        Set.of(new SegmentKey(Lives.WORKSPACE, lifecycle.key()))));
        Activity told = life.take(new Input.TimePassed(), day(1)).activities().getFirst();

        assertEquals(
                List.of(ActivityCause.backfill, "customer", List.of()),
                List.of(
                        told.cause(),
                        Objects.requireNonNull(told.traits().get("lifecycle")),
                        told.derived()));
    }

    @Test
    void archivedAttributeTakesItsTraitsAway() {
        Attribute orders = Lives.attribute("orders", ORDERS);
        Lives life = Lives.with(orders);
        life.happened(Lives.track("e1", "Bought", START));
        life.rules(
                new Rulebook(
                        List.of(),
                        List.of(Attribute.archived(Lives.WORKSPACE, orders.id(), 2)),
                        List.of(),
                        Set.of(new SegmentKey(Lives.WORKSPACE, orders.key()))));
        life.take(new Input.TimePassed(), day(1));

        assertEquals(Map.of(), life.customer().traitValues());
    }

    @Test
    void editedAttributeIsAskedAgainAndItsOldWakeUpIsForgotten() {
        Lives life = Lives.with(Lives.attribute("orders", ORDERS));
        life.happened(Lives.track("e1", "Bought", START));
        Attribute ever =
                Lives.attribute(
                        "orders",
                        2,
                        new AttributeRule.Computed(Of.count, "Bought", null, null, null));
        life.rules(
                new Rulebook(
                        List.of(),
                        List.of(ever),
                        List.of(),
                        Set.of(new SegmentKey(Lives.WORKSPACE, ever.key()))));
        life.take(new Input.TimePassed(), day(40));

        assertEquals(Map.of("orders", 1L), life.customer().traitValues());
    }

    @Test
    void recencyFrequencyAndMonetaryValueAreScoredByFixedBounds() {
        AttributeRule rule =
                new AttributeRule.Rfm(
                        "Bought",
                        "total",
                        null,
                        List.of(7, 30, 90, 180),
                        List.of(2, 3, 5, 10),
                        List.of(
                                BigDecimal.valueOf(10),
                                BigDecimal.valueOf(100),
                                BigDecimal.valueOf(500),
                                BigDecimal.valueOf(1000)));
        Lives life = Lives.with(Lives.attribute("rfm", rule));
        life.happened(Lives.track("e1", "Bought", Map.of("total", 60), START));
        life.happened(Lives.track("e2", "Bought", Map.of("total", 40.5), day(1)));
        life.take(new Input.TimePassed(), day(9));

        assertEquals(
                Map.of(
                        "recencyDays", 8L,
                        "frequency", 2L,
                        "monetary", 100.5,
                        "recencyScore", 4L,
                        "frequencyScore", 2L,
                        "monetaryScore", 3L,
                        "score", "423"),
                life.customer().traitValues().get("rfm"));
    }

    @Test
    void firstThatHappensTellsThatTheCustomerWasCreated() {
        Lives life = new Lives();
        Activity first = life.happened(Lives.track("e1", "Viewed", START)).activities().getFirst();
        Activity second =
                life.happened(Lives.track("e2", "Viewed", day(1))).activities().getFirst();
        assertEquals(
                List.of(List.of("customer.created"), List.of()),
                List.of(names(first), names(second)));
    }

    private static List<String> names(Activity activity) {
        return activity.derived().stream().map(Derived::name).toList();
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
