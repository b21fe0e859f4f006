package io.itinera.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.journeys.domain.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What segmentation is told of runs, and how what goes round in a circle ends. */
final class ReportTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID JOURNEY = new UUID(7, 7);
    private static final UUID CUSTOMER = new UUID(1, 1);

    private final TestTask task = new TestTask();
    private final Happenings customer = Happenings.of("w", CUSTOMER);

    @Test
    void runThatIsWalkedToItsEndIsToldAtBothEnds() {
        task.publish("w", JOURNEY, 3, TestPlans.cartDrop("PT30S"));
        add("e1", 0);
        task.tick(START.plusSeconds(31));
        List<Outcome> told = reports(task.effects());
        assertEquals(
                List.of(OutcomeName.JOURNEY_ENTERED, OutcomeName.JOURNEY_LEFT),
                told.stream().map(Outcome::name).toList());
        Outcome left = told.getLast();
        assertEquals(
                Map.of(
                        "way",
                        "finished",
                        "reason",
                        "completed",
                        "enteredAt",
                        START.toString(),
                        "origin",
                        CUSTOMER.toString()),
                left.properties());
        assertEquals(
                List.of(START, START.plusSeconds(30)),
                told.stream().map(Outcome::occurredAt).toList());
        assertEquals(
                List.of(JOURNEY, 3, told.getFirst().cause().enrollment() + "/left"),
                List.of(left.cause().journey(), left.cause().version(), left.id()));
    }

    @Test
    void wayOutIsTold() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        add("e1", 0);
        task.activity(
                customer.event("e2", START.plusSeconds(5), "Order Completed", cart("p1")), null);
        add("e3", 10);
        task.activity(
                customer.event("e4", START.plusSeconds(15), "Product Removed", cart("p1")), null);
        add("e5", 20);
        task.turn("w", JOURNEY, 1, JourneyState.ended);
        task.catchUp();
        assertEquals(
                List.of("exited exit:ordered", "emptied emptied:cart", "ended journeyEnded"),
                ways(task.effects()));
    }

    @Test
    void sameRunOfTwoWhoAreOneIsMergedAndNotFinished() {
        TestTask other = new TestTask();
        UUID device = new UUID(1, 2);
        Happenings they = Happenings.of("w", device);
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        other.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        other.activity(they.event("e1", START, "Product Added", cart("p1")), null);
        add("e2", 1);
        task.effects();
        other.effects();
        other.activity(they.merge("m1", START.plusSeconds(2), device, CUSTOMER), null);
        task.activity(customer.merge("m2", START.plusSeconds(2), device, CUSTOMER), null);
        task.moved(((Effect.Hand) other.effects().getFirst()).moved());
        List<Effect> merged = task.effects();
        assertEquals(List.of("merged sameRun"), ways(merged));
        task.tick(START.plusSeconds(60));
        Outcome left = reports(task.effects()).getFirst();
        assertEquals(
                List.of(device.toString(), CUSTOMER),
                List.of(left.properties().get("origin"), left.customer()));
    }

    @Test
    void whoMayNoLongerBeSentItIsExcluded() {
        JourneyPlan plan = TestPlans.named("excluding");
        task.publish("w", JOURNEY, 1, plan);
        String asked = Conditions.hash(plan.excludes().getFirst().when());
        Map<String, Boolean> answers = Map.of(asked, false);
        task.activity(
                customer.event("e1", START, START, "Product Added", cart("p1"), answers, false),
                null);
        assertEquals(List.of("excluded excluded:vip"), ways(task.effects()));
    }

    @Test
    void whatRunsInACircleBeginsNoSeventeenthTime() {
        task.publish("w", JOURNEY, 1, TestPlans.named("circle"));
        task.activity(customer.derived("d", START, List.of(stage("d/0"))), null);
        List<Outcome> told = round();
        assertEquals(
                List.of(Outcome.MAX_HOPS, 2L * Outcome.MAX_HOPS),
                List.of(told.getLast().hops(), (long) told.size()));
    }

    @Test
    void endOfARunIsToldHoweverManyOutcomesLedToIt() {
        task.publish("w", JOURNEY, 1, TestPlans.named("leaving"));
        add("e1", 0);
        Outcome last = clicked(Outcome.MAX_HOPS);
        task.activity(customer.followed(last, List.of(stage("o/0"))), null);
        assertEquals(
                List.of(1, Outcome.MAX_HOPS),
                reports(task.effects()).stream().map(Outcome::hops).toList());
    }

    @Test
    void waitOfADayBeginsANewChain() {
        task.publish("w", JOURNEY, 1, TestPlans.named("slow-circle"));
        task.activity(customer.derived("d", START, List.of(stage("d/0"))), null);
        List<Integer> hops = new ArrayList<>();
        for (int day = 1; day <= 40; day++) {
            task.tick(START.plus(Duration.ofDays(day)));
            round().forEach(told -> hops.add(told.hops()));
        }
        assertEquals(List.of(1, 1, 2, 1, 2), hops.subList(0, 5));
        assertEquals(2, hops.stream().mapToInt(each -> each).max().orElseThrow());
    }

    @Test
    void whatFollowsIsCountedByTheRun() {
        task.publish("w", JOURNEY, 1, TestPlans.named("leaving"));
        add("e1", 0);
        task.activity(customer.derived("d", START.plusSeconds(5), List.of(stage("d/0"))), null);
        assertEquals(List.of("exited exit:changed"), ways(task.effects()));
    }

    @Test
    void messageCarriesTheHopsOfWhatBeganItsRun() {
        task.publish("w", JOURNEY, 1, TestPlans.named("greeting"));
        task.activity(customer.followed(clicked(4), List.of(stage("o/0"))), null);
        List<Integer> hops = new ArrayList<>();
        for (Effect effect : task.effects()) {
            if (effect instanceof Effect.Ask(Send send, var _)) {
                hops.add(send.hops());
            } else if (effect instanceof Effect.Report(Outcome told, var _)) {
                hops.add(told.hops());
            }
        }
        assertEquals(List.of(5, 4, 5), hops);
    }

    /** Segmentation's part: whoever leaves the journey changes stage by it, once. */
    private List<Outcome> round() {
        List<Outcome> told = new ArrayList<>();
        Deque<Outcome> toTake = new ArrayDeque<>(reports(task.effects()));
        while (!toTake.isEmpty()) {
            Outcome outcome = toTake.removeFirst();
            told.add(outcome);
            boolean left = outcome.name() == OutcomeName.JOURNEY_LEFT;
            List<Derived> derived = left ? List.of(stage(outcome.id() + "/0")) : List.of();
            task.activity(customer.followed(outcome, derived), null);
            toTake.addAll(reports(task.effects()));
        }
        return told;
    }

    private static Outcome clicked(int hops) {
        return new Outcome(
                "o",
                "w",
                CUSTOMER,
                OutcomeName.MESSAGE_CLICKED,
                Map.of(),
                START,
                null,
                hops,
                Map.of());
    }

    private static Derived stage(String id) {
        return new Derived(id, "stage.changed", Map.of("to", "regular"), Map.of());
    }

    private void add(String id, int seconds) {
        task.activity(
                customer.event(id, START.plusSeconds(seconds), "Product Added", cart("p1")), null);
    }

    private static Map<String, Object> cart(String product) {
        return Map.of("cart_id", "c1", "product_id", product);
    }

    private static List<Outcome> reports(List<Effect> effects) {
        List<Outcome> told = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Report(Outcome outcome, var _)) {
                told.add(outcome);
            }
        }
        return told;
    }

    private static List<String> ways(List<Effect> effects) {
        return reports(effects).stream()
                .filter(told -> told.name() == OutcomeName.JOURNEY_LEFT)
                .map(told -> told.properties().get("way") + " " + told.properties().get("reason"))
                .toList();
    }
}
