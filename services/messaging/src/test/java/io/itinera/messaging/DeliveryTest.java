package io.itinera.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.transitions.Transition;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.trace.Traces;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres,inbox"))
class DeliveryTest {
    private static final JsonCodec<Outcome> OUTCOMES = JsonCodec.of(Outcome.class);
    private static final JsonCodec<Transition> TRANSITIONS = JsonCodec.of(Transition.class);
    private static final JsonCodec<Quarantined> QUARANTINED = JsonCodec.of(Quarantined.class);

    @Inject Outside outside;
    @Inject Database database;

    private final Shop shop = Shop.fresh();
    private Send send = shop.send(UUID.randomUUID());

    @BeforeEach
    void shopHasATemplate() {
        outside.mailServerBehaves();
        outside.publish(shop.settings());
        send = shop.send(shop.template());
    }

    @AfterEach
    void mailServerBehavesAgain() {
        outside.mailServerBehaves();
        database.refuseNothing();
    }

    @Test
    void requestBecomesOneMailWithWhatTheCatalogueKnows() {
        shop.request()
                .body(
                        List.of(
                                Map.of(
                                        "id", "p1",
                                        "name", "Teapot <blue>",
                                        "url", "https://shop.example/p1",
                                        "image_url", "https://shop.example/p1.jpg",
                                        "price", 40,
                                        "currency", "USD")))
                .put("/catalogue/items")
                .then()
                .statusCode(200);
        outside.ask(send);
        Map<String, Object> mail = outside.mails(Shop.address(send), 1).getFirst();
        assertEquals("<" + send.key() + "@shop.example>", mail.get("messageId"));
        assertEquals("Mira, you left something in your cart", mail.get("subject"));
        Map<?, ?> headers = (Map<?, ?>) mail.get("headers");
        assertEquals(send.key().toString(), headers.get("X-Itinera-Send"));
        assertEquals("0af7651916cd43dd8448eb211c80319c", headers.get("X-Itinera-Trace"));
        assertEquals("List-Unsubscribe=One-Click", headers.get("List-Unsubscribe-Post"));
        String html = String.valueOf(mail.get("html"));
        assertTrue(html.contains("Teapot &lt;blue&gt;"), html);
        assertTrue(html.contains("https://shop.example/p1.jpg"), html);
        assertTrue(html.contains("$40.00"), html);
        assertTrue(html.contains("× 2"), html);
        assertTrue(html.contains("https://mail.example/public/click/"), html);
        assertTrue(String.valueOf(mail.get("text")).contains("Teapot <blue> × 2: $40.00"));
    }

    @Test
    void sentMailIsToldToTheLoopAndToTheReports() {
        outside.ask(send);
        List<Outcome> outcomes =
                outside.told(Topics.OUTCOMES, key(), OUTCOMES, all -> !all.isEmpty());
        assertEquals(
                List.of(OutcomeName.MESSAGE_SENT), outcomes.stream().map(Outcome::name).toList());
        List<Transition> transitions =
                outside.told(Topics.TRANSITIONS, key(), TRANSITIONS, all -> all.size() == 5);
        assertEquals(
                List.of("gate", "gate", "gate", "gate", "sent"),
                transitions.stream().map(t -> t.kind().name()).toList());
        assertTrue(transitions.stream().allMatch(told -> told.visit() == send.cause().visit()));
        assertEquals(send.cause().visit(), outcomes.getFirst().cause().visit());
        assertEquals(
                Outside.TRACE,
                Traces.read(outside.read(Topics.OUTCOMES, key()).getFirst().headers())
                        .orElseThrow());
    }

    @Test
    void requestReadTwiceIsOneMail() {
        outside.ask(send);
        await("sent").until(() -> state().equals("sent"));
        outside.ask(send);
        Send later = shop.send(send.template(), send.customer());
        outside.ask(later);
        outside.mails(Shop.address(send), 2);
        assertEquals(1, delivery().getInt("attempts"));
    }

    @Test
    void messageThatWaitsHoldsUpNoOtherRunsMessages() {
        outside.mailServerIsFull();
        outside.ask(send);
        database.postpone(send.key());
        outside.mailServerBehaves();
        Send other = shop.otherRun(send.template(), send.customer());
        outside.ask(other);
        await("sent").until(() -> shop.state(other).equals("sent"));
        assertEquals("waiting", state());
    }

    @Test
    void messagesOfOneRunLeaveInOrder() {
        outside.mailServerIsFull();
        outside.ask(send);
        await("waiting").until(() -> delivery().getInt("attempts") > 0);
        Send second = shop.send(send.template(), send.customer());
        outside.ask(second);
        outside.mailServerBehaves();
        assertEquals(
                List.of(send.key().toString(), second.key().toString()),
                outside.mails(Shop.address(send), 2).stream()
                        .map(mail -> ((Map<?, ?>) mail.get("headers")).get("X-Itinera-Send"))
                        .toList());
    }

    @Test
    void poisonGoesToQuarantineAndTheStreamGoesOn() {
        String poison = "{\"kind\":\"send\",\"key\":\"none\"}";
        outside.write(Topics.MESSAGES, key(), poison.getBytes(StandardCharsets.UTF_8));
        outside.ask(send);
        outside.mails(Shop.address(send), 1);
        Quarantined put =
                outside.told(Topics.QUARANTINE, key(), QUARANTINED, all -> !all.isEmpty())
                        .getFirst();
        assertEquals("not_the_record", put.reason());
        assertEquals("messaging", put.service());
        assertEquals(
                poison,
                new String(Base64.getDecoder().decode(put.original()), StandardCharsets.UTF_8));
    }

    @Test
    void characterThatNoColumnTakesIsLeftOutOfTheMail() {
        outside.ask(Shop.renamed(send, "Mi\u0000ra", "Tea\u0000pot", "remind"));
        Map<String, Object> mail = outside.mails(Shop.address(send), 1).getFirst();
        assertEquals("Mira, you left something in your cart", mail.get("subject"));
        assertTrue(String.valueOf(mail.get("html")).contains("Teapot"));
        await("sent").until(() -> state().equals("sent"));
    }

    @Test
    void requestThatCannotBeWrittenDownGoesToQuarantineAndTheStreamGoesOn() {
        outside.ask(Shop.renamed(send, "Mira", "Teapot", "re\u0000mind"));
        Send next = shop.send(send.template(), send.customer());
        outside.ask(next);
        await("sent").until(() -> shop.state(next).equals("sent"));
        assertEquals(
                List.of("not_storable"),
                outside.told(Topics.QUARANTINE, key(), QUARANTINED, all -> !all.isEmpty()).stream()
                        .map(Quarantined::reason)
                        .toList());
    }

    @Test
    void deliveryThatCannotBeSavedFailsInTheEndAndHoldsUpNobody() {
        database.refuseLetter(send.key());
        outside.ask(send);
        Send other = shop.otherRun(send.template(), send.customer());
        outside.ask(other);
        await("other").until(() -> shop.state(other).equals("sent"));
        Send behind = shop.send(send.template(), send.customer());
        outside.ask(behind);
        await("failed").atMost(Duration.ofSeconds(20)).until(() -> state().equals("failed"));
        await("behind").until(() -> shop.state(behind).equals("sent"));
        List<Outcome> outcomes =
                outside.told(Topics.OUTCOMES, key(), OUTCOMES, all -> all.size() == 3);
        assertEquals(
                List.of(
                        OutcomeName.MESSAGE_SENT,
                        OutcomeName.MESSAGE_FAILED,
                        OutcomeName.MESSAGE_SENT),
                outcomes.stream().map(Outcome::name).toList());
        assertTrue(delivery().getString("reason").startsWith("stumbled:"));
    }

    @Test
    void connectionThatIsLostAfterDataIsTriedAgainWithTheSameMessageId() {
        outside.mailServerDropsTheConnectionAfterData();
        outside.ask(send);
        await("lost").until(() -> "answer_unknown".equals(delivery().get("reason")));
        outside.mailServerBehaves();
        await("sent").until(() -> state().equals("sent"));
        List<Map<String, Object>> mails = outside.mails(Shop.address(send));
        assertEquals(delivery().getInt("attempts"), mails.size());
        assertTrue(mails.size() >= 2);
        assertEquals(1, mails.stream().map(mail -> mail.get("messageId")).distinct().count());
    }

    @Test
    void serverThatIsSlowerThanTheLeaseGetsTheMailOnce() {
        outside.mailServerIsSlow(Duration.ofSeconds(7));
        outside.ask(send);
        await("sent").atMost(Duration.ofSeconds(20)).until(() -> state().equals("sent"));
        assertEquals(1, delivery().getInt("attempts"));
        assertEquals(1, outside.mails(Shop.address(send)).size());
    }

    @Test
    void mailWhoseAnswerCannotBeSavedAtFirstIsSentOnce() {
        database.refuseAnswer(send.key());
        outside.ask(send);
        outside.mails(Shop.address(send), 1);
        database.awaitRefusal();
        database.refuseNothing();
        await("sent").until(() -> state().equals("sent"));
        assertEquals(1, delivery().getInt("attempts"));
        assertEquals(1, outside.mails(Shop.address(send)).size());
    }

    @Test
    void mailWhoseAnswerCannotBeSavedAtAllFailsAndIsNotSentAgain() {
        database.refuseAnswer(send.key());
        outside.ask(send);
        await("failed").atMost(Duration.ofSeconds(20)).until(() -> state().equals("failed"));
        assertEquals("answer_unsaved", delivery().get("reason"));
        assertEquals(1, outside.mails(Shop.address(send)).size());
    }

    private String key() {
        return Keys.customer(send.workspace(), send.customer());
    }

    private String state() {
        return shop.state(send);
    }

    private JsonPath delivery() {
        return shop.delivery(send);
    }
}
