package io.itinera.messaging.domain.delivery;

import static io.itinera.messaging.domain.delivery.Examples.NOW;
import static io.itinera.messaging.domain.delivery.Examples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallBackTest {
    private static final Input ACCEPTED = new Input.Accepted();
    private static final Input GONE = new Input.Unavailable("connection_lost");
    private static final Input WANTED_BACK = new Input.WantedBack(Examples.callBack(), null);

    @Test
    void callBackOfAWaitingDeliveryEndsIt() {
        Decision decision = step().step(Examples.waiting(), WANTED_BACK, NOW);
        assertEquals(
                List.of(
                        "gate calledBack stopped: excluded:ordered",
                        "calledBack: excluded:ordered",
                        "$message_called_back: excluded:ordered"),
                Told.of(decision));
        assertEquals(DeliveryState.CALLED_BACK, decision.delivery().progress().state());
    }

    @Test
    void callBackOfAnUnknownSendIsRememberedWhenItComes() {
        Delivery early =
                step().begin(new Input.WantedBack(Examples.callBack(), null), NOW).delivery();
        Decision request = step().step(early, new Input.Requested(Examples.wanted(), null), NOW);
        assertEquals(DeliveryState.CALLED_BACK, request.delivery().progress().state());
        assertEquals(Examples.wanted(), request.delivery().request());
        assertEquals(List.of(), request.effects());
    }

    @Test
    void callBackWhileTheProviderIsToldIsTooLateWhenItAccepts() {
        Decision meanwhile = step().step(Examples.sending(), WANTED_BACK, NOW);
        assertEquals(List.of(), meanwhile.effects());
        assertEquals(
                List.of("sent", "$message_sent", "gate calledBack late: excluded:ordered"),
                Told.of(step().step(meanwhile.delivery(), ACCEPTED, NOW)));
    }

    @Test
    void callBackWhileTheProviderIsToldHoldsWhenItDoesNotAccept() {
        Delivery meanwhile = step().step(Examples.sending(), WANTED_BACK, NOW).delivery();
        assertEquals(
                DeliveryState.CALLED_BACK,
                step().step(meanwhile, GONE, NOW).delivery().progress().state());
    }

    @Test
    void callBackAfterItLeftIsAVerdictAndNothingElse() {
        Decision late = step().step(Examples.sent(), WANTED_BACK, NOW);
        assertEquals(List.of("gate calledBack late: excluded:ordered"), Told.of(late));
        assertEquals(DeliveryState.SENT, late.delivery().progress().state());
    }
}
