package io.itinera.messaging.domain.delivery;

import static io.itinera.messaging.domain.delivery.Examples.NOW;
import static io.itinera.messaging.domain.delivery.Examples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryStepTest {
    private static final Input ACCEPTED = new Input.Accepted();
    private static final Input GONE = new Input.Unavailable("connection_lost");
    private static final Input WANTED_BACK = new Input.WantedBack(Examples.callBack(), null);

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
    void withoutConsentNothingLeaves() {
        assertEquals(List.of("consent stopped: no_consent"), stops(null, null));
    }

    @Test
    void laterOfTwoConsentsHolds() {
        Consent yes = new Consent(true, NOW.minusSeconds(60));
        Consent laterNo = new Consent(false, NOW.minusSeconds(30));
        Consent earlierNo = new Consent(false, NOW.minusSeconds(90));
        assertEquals(List.of("consent stopped: opted_out"), stops(yes, laterNo));
        assertEquals(List.of("consent stopped: opted_out"), stops(laterNo, yes));
        assertEquals(List.of(), stops(yes, earlierNo));
    }

    @Test
    void ofTwoConsentsAtOneMomentTheNoHolds() {
        Consent yes = new Consent(true, NOW);
        Consent no = new Consent(false, NOW);
        assertEquals(List.of("consent stopped: opted_out"), stops(yes, no));
        assertEquals(List.of("consent stopped: opted_out"), stops(no, yes));
    }

    @Test
    void suppressedAddressIsNotWrittenTo() {
        Circumstances dead =
                new Circumstances(
                        Examples.WORKSPACE,
                        null,
                        "provider:550",
                        Examples.open().template(),
                        Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(dead), NOW);
        assertEquals(
                List.of(
                        "gate calledBack passed",
                        "gate address passed",
                        "gate consent passed",
                        "gate suppression stopped: provider:550",
                        "suppressed: provider:550",
                        "$message_suppressed: provider:550"),
                Told.of(decision));
        assertEquals(DeliveryState.SUPPRESSED, decision.delivery().progress().state());
    }

    @Test
    void customerWithoutAnAddressIsToldApartFromOneWithABadOne() {
        assertEquals("no_address", reasonFor(Map.of("user", "u1")));
        assertEquals("address_unusable", reasonFor(Map.of("email", "mira at example")));
    }

    @Test
    void unpublishedTemplateFails() {
        Circumstances none = new Circumstances(Examples.WORKSPACE, null, null, null, Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(none), NOW);
        assertEquals("template_unpublished", decision.delivery().progress().reason());
        assertEquals(DeliveryState.FAILED, decision.delivery().progress().state());
    }

    @Test
    void templateThatCannotBeRenderedFails() {
        TemplateDefinition broken = Examples.template("{% for %}");
        Circumstances circumstances =
                new Circumstances(Examples.WORKSPACE, null, null, broken, Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(circumstances), NOW);
        assertEquals("template_unrenderable", decision.delivery().progress().reason());
    }

    @Test
    void unknownWorkspaceWaitsWithoutAnAttempt() {
        Circumstances early = new Circumstances(null, null, null, null, Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(early), NOW);
        assertEquals(
                Progress.waiting(NOW).postponed(NOW.plusSeconds(5), "workspace_unknown"),
                decision.delivery().progress());
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

    private static List<String> stops(Consent profile, Consent own) {
        Delivery asked =
                step().begin(
                                new Input.Requested(Examples.send(Examples.profile(profile)), null),
                                NOW)
                        .delivery();
        Circumstances open = Examples.open();
        Circumstances circumstances =
                new Circumstances(open.workspace(), own, null, open.template(), open.catalogue());
        return Told.of(step().step(asked, new Input.Due(circumstances), NOW)).stream()
                .filter(told -> told.contains("stopped"))
                .map(told -> told.replace("gate ", ""))
                .toList();
    }

    private static String reasonFor(Map<String, String> identities) {
        Profile profile = new Profile(identities, Map.of(), List.of(), Map.of());
        Delivery asked =
                step().begin(new Input.Requested(Examples.send(profile), null), NOW).delivery();
        return String.valueOf(
                step().step(asked, new Input.Due(Examples.open()), NOW)
                        .delivery()
                        .progress()
                        .reason());
    }

    /** Effects as sentences. */
    private static final class Told {
        static List<String> of(Decision decision) {
            return decision.effects().stream().map(Told::words).toList();
        }

        private static String words(Effect effect) {
            return switch (effect) {
                case Effect.Tell tell ->
                        tell.outcome().name().wire()
                                + because(tell.outcome().properties().get("reason"));
                case Effect.Note note -> {
                    Map<String, Object> details = note.transition().details();
                    String gate =
                            details.containsKey("gate")
                                    ? " " + details.get("gate") + " " + details.get("verdict")
                                    : "";
                    yield note.transition().kind() + gate + because(note.transition().reason());
                }
                case Effect.HandOver over -> "hand over to " + over.letter().to();
                case Effect.Suppress(EmailAddress address, String _) ->
                        "suppress " + address.value();
            };
        }

        private static String because(Object reason) {
            return reason == null ? "" : ": " + reason;
        }
    }
}
