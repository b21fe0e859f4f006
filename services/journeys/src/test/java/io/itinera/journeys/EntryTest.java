package io.itinera.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Rule;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Enrollment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets in, where the answer depends on more than the event. */
final class EntryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID JOURNEY = new UUID(7, 7);
    private static final Condition COMPLAINED =
            new Condition.Performed("Complained", null, new Window.Last(Duration.ofDays(30)), null);

    private final TestTask task = new TestTask();
    private final Happenings customer = Happenings.of("w", new UUID(1, 1));

    @Test
    void versionThatAsksAboutHistoryWaitsForEveryPartition() {
        task.publish("w", JOURNEY, 1, excludingComplainers());
        task.ready("w", Conditions.hash(COMPLAINED), 0);
        assertEquals(List.of("refused notReady"), add("c1"));
        task.ready("w", Conditions.hash(COMPLAINED), 1);
        assertEquals(List.of("entered event", "arrived null"), add("c2"));
    }

    @Test
    void newcomersTakeThePreviousVersionUntilTheNextIsReady() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        task.publish("w", JOURNEY, 2, excludingComplainers());
        add("c1");
        for (int partition = 0; partition < TestTask.PARTITIONS; partition++) {
            task.ready("w", Conditions.hash(COMPLAINED), partition);
        }
        assertEquals(2, added("c2").getFirst().version());
    }

    @Test
    void membershipUnderTheConditionsHashExcludes() {
        task.publish("w", JOURNEY, 1, excludingComplainers());
        for (int partition = 0; partition < TestTask.PARTITIONS; partition++) {
            task.ready("w", Conditions.hash(COMPLAINED), partition);
        }
        Happenings complainer = customer.known(Map.of(), List.of(Conditions.hash(COMPLAINED)));
        task.activity(complainer.event("e", START, "Product Added", cart("c1")), null);
        assertEquals(List.of("refused excluded:complained"), words(transitions()));
    }

    @Test
    void whoIsInAnotherJourneyIsExcludedOnceSegmentationHasComputedWhoThatIs() {
        Condition elsewhere = new Condition.Journey(new UUID(8, 8), Condition.Journey.State.in);
        task.publish("w", JOURNEY, 1, excluding(new Rule("elsewhere", elsewhere)));
        assertEquals(List.of("refused notReady"), add("c1"));
        String hash = Conditions.hash(elsewhere);
        for (int partition = 0; partition < TestTask.PARTITIONS; partition++) {
            task.ready("w", hash, partition);
        }
        Happenings inside = customer.known(Map.of(), List.of(hash));
        task.activity(inside.event("e", START, "Product Added", cart("c2")), null);
        assertEquals(List.of("refused excluded:elsewhere"), words(transitions()));
        assertEquals(List.of("entered event", "arrived null"), add("c3"));
    }

    @Test
    void fiftyRunsFitAndTheNextIsRefused() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("P3D"));
        List<String> last = List.of();
        for (int i = 1; i <= Enrollment.MAX; i++) {
            last = add("c" + i);
        }
        assertEquals(List.of("entered event", "arrived null"), last);
        assertEquals(List.of("refused tooManyEnrollments"), add("one more"));
    }

    @Test
    void historyThatSegmentationAnsweredCountsOn() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        Condition bought = TestPlans.cartDrop("PT30S").excludes().getFirst().when();
        task.activity(
                customer.event(
                        "e1",
                        START,
                        START,
                        "Product Added",
                        cart("c1"),
                        Map.of(Conditions.hash(bought), true),
                        false),
                null);
        assertEquals(List.of("refused excluded:ordered"), words(transitions()));
    }

    @Test
    void whatFollowsUnderANameOfItsOwnBeginsARunForEachKey() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        List<Derived> derived =
                List.of(
                        new Derived("t/0", "stage.changed", Map.of(), Map.of()),
                        new Derived("t/1", "Product Added", cart("c1"), Map.of()),
                        new Derived("t/2", "Product Added", cart("c2"), Map.of()));
        task.activity(customer.derived("t", START, derived), null);
        List<Transition> told = transitions();
        assertEquals(
                List.of(
                        List.of("entered event", "arrived null", "entered event", "arrived null"),
                        2L),
                List.of(words(told), told.stream().map(Transition::enrollment).distinct().count()));
    }

    @Test
    void answersAboutWhatFollowsAreItsOwn() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        Condition bought = TestPlans.cartDrop("PT30S").excludes().getFirst().when();
        Map<String, Boolean> answers = Map.of(Conditions.hash(bought), true);
        Derived derived = new Derived("t/0", "Product Added", cart("c1"), answers);
        task.activity(customer.derived("t", START, List.of(derived)), null);
        assertEquals(List.of("refused excluded:ordered"), words(transitions()));
    }

    private List<String> add(String cart) {
        return words(added(cart));
    }

    private List<Transition> added(String cart) {
        task.activity(customer.event("e-" + cart, START, "Product Added", cart(cart)), null);
        return transitions();
    }

    private List<Transition> transitions() {
        List<Transition> told = new ArrayList<>();
        for (Effect effect : task.effects()) {
            if (effect instanceof Effect.Tell(Transition transition, var _)) {
                told.add(transition);
            }
        }
        return told;
    }

    private static List<String> words(List<Transition> told) {
        return told.stream()
                .filter(it -> it.kind() != TransitionKind.passed)
                .map(it -> it.kind() + " " + it.reason())
                .toList();
    }

    private static JourneyPlan excludingComplainers() {
        return excluding(new Rule("complained", COMPLAINED));
    }

    private static JourneyPlan excluding(Rule rule) {
        JourneyPlan plan = TestPlans.cartDrop("PT30S");
        return new JourneyPlan(
                plan.name(),
                plan.entry(),
                plan.collections(),
                List.of(rule),
                plan.exits(),
                plan.start(),
                plan.nodes(),
                plan.layout(),
                plan.more());
    }

    private static Map<String, Object> cart(String cart) {
        return Map.of("cart_id", cart, "product_id", "p1");
    }
}
