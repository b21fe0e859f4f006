package io.itinera.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.store.HoldStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two customers found to be one, each on a partition of their own. */
final class MergeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID JOURNEY = new UUID(7, 7);
    private static final UUID DEVICE = new UUID(1, 1);
    private static final UUID PERSON = new UUID(1, 2);

    private final TestTask theirs = new TestTask();
    private final TestTask ours = new TestTask();
    private final Happenings device = Happenings.of("w", DEVICE);
    private final Happenings person = Happenings.of("w", PERSON);

    @BeforeEach
    void publish() {
        theirs.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        ours.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        theirs.activity(device.event("e1", START, "Product Added", cart("p1")), null);
    }

    @Test
    void runGoesOnWithItsIdAndIsSentOnce() {
        UUID enrollment = entered(theirs.effects()).getFirst();
        Moved moved = handOver();
        ours.activity(merge(10), null);
        ours.moved(moved);
        ours.tick(at(31));
        theirs.tick(at(31));
        assertEquals(List.of(enrollment), sends(ours.effects()));
        assertEquals(List.of(), sends(theirs.effects()));
    }

    @Test
    void runsThatComeFirstWaitForTheMergeToBeTold() {
        Moved moved = handOver();
        ours.moved(moved);
        assertEquals(List.of(), ours.effects());
        ours.activity(merge(10), null);
        ours.tick(at(31));
        assertEquals(1, sends(ours.effects()).size());
    }

    @Test
    void purchaseThatWaitedBehindTheMergePreventsTheSend() {
        Moved moved = handOver();
        ours.activity(merge(10), null);
        ours.activity(person.event("e2", at(20), "Order Completed", cart("p1")), null);
        ours.tick(at(40));
        assertEquals(List.of(), ours.effects());
        ours.moved(moved);
        ours.tick(at(41));
        assertEquals(List.of("exit:ordered"), ended(ours.effects()));
    }

    @Test
    void timerThatCameDueWhileTheRunsWereWaitedForFiresBehindThem() {
        ours.activity(person.event("e2", at(5), "Product Added", cart("p2")), null);
        ours.effects();
        ours.activity(merge(10), null);
        ours.tick(at(36));
        assertEquals(List.of(), ours.effects());
        ours.moved(new Moved("w", DEVICE, PERSON, List.of(), List.of()));
        ours.tick(at(41));
        assertEquals(1, sends(ours.effects()).size());
    }

    @Test
    void sameRunOfBothIsOneAndShowsWhatBothPutIn() {
        Moved moved = handOver();
        ours.activity(person.event("e2", at(5), "Product Added", cart("p2")), null);
        ours.effects();
        ours.activity(merge(10), null);
        ours.moved(moved);
        ours.tick(at(60));
        List<Effect> effects = ours.effects();
        assertEquals(List.of("sameRun", "completed"), ended(effects));
        assertEquals(
                List.of(List.of(cart("p1"), cart("p2"))),
                effects.stream()
                        .filter(Effect.Ask.class::isInstance)
                        .map(ask -> ((Send) ((Effect.Ask) ask).command()).collections().get("cart"))
                        .toList());
    }

    @Test
    void runsOfAVersionThatIsNotReadYetWaitForIt() {
        TestTask late = new TestTask();
        Moved moved = handOver();
        late.activity(merge(10), null);
        late.moved(moved);
        late.tick(at(40));
        assertEquals(List.of(), late.effects());
        late.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        late.catchUp();
        assertEquals(1, sends(late.effects()).size());
    }

    @Test
    void whoWaitsTooLongGoesOnAndTakesTheRunsWhenTheyCome() {
        Moved moved = handOver();
        ours.activity(merge(10), null);
        for (int i = 2; i <= HoldStore.MAX_HELD; i++) {
            ours.activity(person.event("v" + i, at(11), "Viewed", Map.of()), null);
        }
        ours.tick(at(31));
        assertEquals(List.of(), ours.effects());
        ours.moved(moved);
        ours.tick(at(32));
        assertEquals(1, sends(ours.effects()).size());
    }

    @Test
    void runsThatNeverComeLeaveNothingBehind() {
        TestTask alone = new TestTask();
        alone.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        alone.activity(merge(10), null);
        for (int i = 2; i <= HoldStore.MAX_HELD; i++) {
            alone.activity(person.event("v" + i, at(11), "Viewed", Map.of()), null);
        }
        alone.tick(at(12));
        alone.tick(at(13).plus(HoldStore.MEMORY));
        assertEquals(0, alone.remembered());
    }

    private Moved handOver() {
        theirs.effects();
        theirs.activity(device.merge("m1", at(10), DEVICE, PERSON), null);
        return ((Effect.Hand) theirs.effects().getFirst()).moved();
    }

    private Activity merge(int seconds) {
        return person.merge("m2", at(seconds), DEVICE, PERSON);
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private static Map<String, Object> cart(String product) {
        return Map.of("cart_id", "c1", "product_id", product);
    }

    private static List<UUID> sends(List<Effect> effects) {
        List<UUID> enrollments = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Ask(Send send, var _)) {
                enrollments.add(send.cause().enrollment());
            }
        }
        return enrollments;
    }

    private static List<UUID> entered(List<Effect> effects) {
        return told(effects, TransitionKind.entered).stream().map(Transition::enrollment).toList();
    }

    private static List<String> ended(List<Effect> effects) {
        return told(effects, TransitionKind.ended).stream().map(Transition::reason).toList();
    }

    private static List<Transition> told(List<Effect> effects, TransitionKind kind) {
        List<Transition> told = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Tell(Transition transition, var _)
                    && transition.kind() == kind) {
                told.add(transition);
            }
        }
        return told;
    }
}
