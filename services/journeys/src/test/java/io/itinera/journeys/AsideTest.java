package io.itinera.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.store.CustomerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One customer whose state nobody can read, among others. */
final class AsideTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID JOURNEY = new UUID(7, 7);
    private static final byte[] NONSENSE = {99, 99};
    private static final CustomerKey ANN = customer(1);
    private static final CustomerKey BOB = customer(2);
    private static final CustomerKey EVE = customer(3);

    private final TestTask task = new TestTask();

    @BeforeEach
    void publish() {
        task.publish("w", JOURNEY, 1, TestPlans.cartDrop("PT30S"));
        for (CustomerKey who : List.of(ANN, BOB, EVE)) {
            add(who, START);
        }
        task.effects();
    }

    @Test
    void timerThatFailsIsPutAsideAndTheOthersFire() {
        task.replace(BOB, NONSENSE);
        task.tick(at(31));
        assertEquals(List.of(ANN.customer(), EVE.customer()), sent());
        assertEquals(List.of(BOB + " " + at(31)), aside());
    }

    /** Outside of any record a surprise would end the thread. */
    @Test
    void timerThatFailsBetweenRecordsIsPutAsideAndTheOthersFire() {
        task.replace(BOB, NONSENSE);
        long[] turn = {0};
        task.takes(() -> turn[0] += Journeys.TIMERS_NO_LONGER_THAN.toNanos());
        task.tick(at(31));
        task.takes(() -> 0);
        task.catchUp();
        assertEquals(List.of(ANN.customer(), EVE.customer()), sent());
        assertEquals(List.of(BOB + " " + at(31)), aside());
    }

    @Test
    void timerThatFailedFiresOnceItCan() {
        byte[] packed = task.replace(BOB, NONSENSE);
        task.tick(at(31));
        task.replace(BOB, packed);
        task.effects();
        task.tick(at(31).plus(Journeys.TRY_AGAIN).minusMillis(1));
        assertEquals(List.of(), sent());
        task.tick(at(31).plus(Journeys.TRY_AGAIN));
        assertEquals(List.of(BOB.customer()), sent());
    }

    @Test
    void customerWhoCannotBeTakenOutOfAnEndedJourneyKeepsNobodyInIt() {
        task.replace(BOB, NONSENSE);
        task.turn("w", JOURNEY, 1, JourneyState.ended);
        task.catchUp();
        assertEquals(List.of(ANN.customer(), EVE.customer()), ended());
        assertEquals(List.of(BOB + " " + Instant.EPOCH), aside());
    }

    @Test
    void recordThatWaitedAndFailsKeepsNoOtherWaiting() {
        Happenings bob = Happenings.of("w", BOB.customer());
        UUID device = new UUID(1, 9);
        task.activity(bob.merge("m", at(5), device, BOB.customer()), null);
        task.activity(bob.event("v1", at(6), "Viewed", Map.of()), null);
        byte[] packed = task.replace(BOB, NONSENSE);
        task.moved(new Moved("w", device, BOB.customer(), List.of(), List.of()));
        assertEquals(
                2, task.asides().stream().filter(it -> it.original().get().length > 0).count());
        task.replace(BOB, packed);
        task.effects();
        add(BOB, at(7), "c2");
        assertEquals(1, told(TransitionKind.entered).size());
    }

    private void add(CustomerKey who, Instant at) {
        add(who, at, "c1");
    }

    private void add(CustomerKey who, Instant at, String cart) {
        Map<String, Object> added = Map.of("cart_id", cart, "product_id", "p1");
        Happenings theirs = Happenings.of("w", who.customer());
        task.activity(theirs.event("e" + who + cart, at, "Product Added", added), null);
    }

    private List<String> aside() {
        return task.asides().stream().map(it -> it.who() + " " + it.at()).toList();
    }

    private List<UUID> sent() {
        List<UUID> sent = new ArrayList<>();
        for (Effect effect : task.effects()) {
            if (effect instanceof Effect.Ask(Send send, var _)) {
                sent.add(send.customer());
            }
        }
        return sent;
    }

    private List<UUID> ended() {
        return told(TransitionKind.ended).stream().map(Transition::customer).toList();
    }

    private List<Transition> told(TransitionKind kind) {
        List<Transition> told = new ArrayList<>();
        for (Effect effect : task.effects()) {
            if (effect instanceof Effect.Tell(Transition transition, var _)
                    && transition.kind() == kind) {
                told.add(transition);
            }
        }
        return told;
    }

    private static CustomerKey customer(int number) {
        return new CustomerKey("w", new UUID(1, number));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
