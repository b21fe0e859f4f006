package io.itinera.messaging.domain.delivery;

import static io.itinera.messaging.domain.delivery.Examples.NOW;
import static io.itinera.messaging.domain.delivery.Examples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.messaging.domain.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryStepTest {
    private static final Input ACCEPTED = new Input.Accepted();
    private static final Input GONE = new Input.Unavailable("connection_lost");

    @Test
    void requestWaitsAndIsDueAtOnce() {
        Decision decision = step().begin(new Input.Requested(Examples.wanted(), null), NOW);
        assertEquals(Progress.waiting(NOW), decision.delivery().progress());
        assertEquals(List.of(), decision.effects());
    }

    @Test
    void requestReadTwiceChangesNothing() {
        Delivery sent = Examples.sent();
        assertEquals(
                Decision.nothing(sent),
                step().step(sent, new Input.Requested(Examples.wanted(), null), NOW));
    }

    @Test
    void dueDeliveryPassesEveryGateAndIsHandedOver() {
        Decision decision = step().step(Examples.waiting(), new Input.Due(Examples.open()), NOW);
        assertEquals(
                List.of(
                        "gate calledBack passed",
                        "gate address passed",
                        "gate consent passed",
                        "gate suppression passed",
                        "hand over to mira@example.com"),
                Told.of(decision));
        assertEquals(DeliveryState.SENDING, decision.delivery().progress().state());
        assertEquals(1, decision.delivery().progress().attempts());
        assertEquals(NOW.plus(Examples.RETRIES.lease()), decision.delivery().progress().dueAt());
    }

    @Test
    void letterCarriesTheKeyTheTraceAndTheWayOut() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Delivery asked =
                step().begin(new Input.Requested(Examples.wanted(), traceparent), NOW).delivery();
        Letter letter =
                step().step(asked, new Input.Due(Examples.open()), NOW).letter().orElseThrow();
        String unsubscribe = Examples.LINKS.unsubscribe(Examples.KEY);
        assertEquals(
                Map.of(
                        "Message-ID",
                        "<" + Examples.KEY + "@shop.example>",
                        "X-Itinera-Send",
                        Examples.KEY.toString(),
                        "X-Itinera-Trace",
                        "0af7651916cd43dd8448eb211c80319c",
                        "List-Unsubscribe",
                        "<" + unsubscribe + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"),
                letter.headers());
        assertTrue(letter.text().html().contains("Teapot &lt;blue&gt;"));
        assertTrue(letter.text().text().contains("Teapot <blue>"));
    }

    @Test
    void stumblingPostponesAndTheEighthTimeFails() {
        Input stumbled = new Input.Stumbled("stumbled:DataException");
        Delivery delivery = Examples.waiting();
        for (int time = 1; time < RetryPolicy.MAX_STUMBLES; time++) {
            delivery = step().step(delivery, stumbled, NOW).delivery();
            assertEquals(DeliveryState.WAITING, delivery.progress().state());
            assertEquals(NOW.plusSeconds(5L << (time - 1)), delivery.progress().dueAt());
        }
        Decision last = step().step(delivery, stumbled, NOW);
        assertEquals(
                List.of(
                        "failed: stumbled:DataException",
                        "$message_failed: stumbled:DataException"),
                Told.of(last));
        assertEquals(DeliveryState.FAILED, last.delivery().progress().state());
        assertEquals(0, last.delivery().progress().attempts());
    }

    @Test
    void messageThatMayHaveArrivedIsNotTriedAgainSoon() {
        Progress progress =
                step().step(Examples.sending(), new Input.Unheard("answer_unknown"), NOW)
                        .delivery()
                        .progress();
        assertEquals(DeliveryState.WAITING, progress.state());
        assertEquals("answer_unknown", progress.reason());
        assertEquals(NOW.plus(Examples.RETRIES.longest()), progress.dueAt());
    }

    @Test
    void messageWhoseAnswerIsNotSavedIsNeverTriedAgain() {
        Decision decision =
                step().step(Examples.sending(), new Input.Unsaved("answer_unsaved"), NOW);
        assertEquals(
                List.of("failed: answer_unsaved", "$message_failed: answer_unsaved"),
                Told.of(decision));
    }

    @Test
    void acceptedIsSentOnceAndTold() {
        Decision decision = step().step(Examples.sending(), ACCEPTED, NOW);
        assertEquals(List.of("sent", "$message_sent"), Told.of(decision));
        assertEquals(
                Decision.nothing(decision.delivery()),
                step().step(decision.delivery(), ACCEPTED, NOW));
    }

    @Test
    void unavailableProviderIsAskedAgainLaterAndLater() {
        Delivery first = step().step(Examples.sending(), GONE, NOW).delivery();
        Instant then = NOW.plusSeconds(5);
        Decision secondAttempt = step().step(first, new Input.Due(Examples.open()), then);
        Delivery second = step().step(secondAttempt.delivery(), GONE, then).delivery();
        assertEquals(then, first.progress().dueAt());
        assertEquals(List.of("hand over to mira@example.com"), Told.of(secondAttempt));
        assertEquals(then.plusSeconds(10), second.progress().dueAt());
        assertEquals(2, second.progress().attempts());
    }

    @Test
    void secondAttemptHasTheSameMessageId() {
        Delivery lost = step().step(Examples.sending(), GONE, NOW).delivery();
        Letter again =
                step().step(lost, new Input.Due(Examples.open()), NOW).letter().orElseThrow();
        assertEquals("<" + Examples.KEY + "@shop.example>", again.headers().get("Message-ID"));
    }

    @Test
    void providerIsGivenUpAtTheLimitAndNotBefore() {
        Instant limit = NOW.plus(Examples.RETRIES.giveUpAfter());
        Progress before =
                step().step(Examples.sending(), GONE, limit.minusMillis(1)).delivery().progress();
        Progress at = step().step(Examples.sending(), GONE, limit).delivery().progress();
        assertEquals(DeliveryState.WAITING, before.state());
        assertEquals(DeliveryState.FAILED, at.state());
    }

    @Test
    void refusalFailsAndADeadAddressIsRemembered() {
        Input refused = new Input.Refused(new ProviderReply(550, "550 5.1.1 no such user"));
        Decision decision = step().step(Examples.sending(), refused, NOW);
        assertEquals(
                List.of(
                        "failed: provider:550",
                        "$message_failed: provider:550",
                        "suppress mira@example.com"),
                Told.of(decision));
    }

    @Test
    void refusalOfTheContentLeavesTheAddressAlone() {
        Input refused = new Input.Refused(new ProviderReply(554, "554 5.7.1 spam"));
        assertEquals(
                List.of("failed: provider:554", "$message_failed: provider:554"),
                Told.of(step().step(Examples.sending(), refused, NOW)));
    }

    @Test
    void attemptWhoseEndWeDidNotSeeIsMadeAgain() {
        Instant leaseOver = NOW.plus(Examples.RETRIES.lease());
        Decision again = step().step(Examples.sending(), new Input.Due(Examples.open()), leaseOver);
        assertEquals(2, again.delivery().progress().attempts());
        assertTrue(again.letter().isPresent());
    }

    @Test
    void clicksAreToldUpToALimit() {
        Delivery delivery = Examples.sent();
        Input click = new Input.Clicked("https://shop.example/p1");
        int told = 0;
        for (int i = 0; i <= DeliveryStep.MAX_CLICKS; i++) {
            Decision decision = step().step(delivery, click, NOW);
            delivery = decision.delivery();
            told += decision.effects().isEmpty() ? 0 : 1;
        }
        assertEquals(DeliveryStep.MAX_CLICKS, told);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertEquals(
                List.of(5L, 10L, 20L, 1800L),
                List.of(1, 2, 3, 1_000).stream()
                        .map(Examples.RETRIES::pause)
                        .map(Duration::toSeconds)
                        .toList());
    }
}
