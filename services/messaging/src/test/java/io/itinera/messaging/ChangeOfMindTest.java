package io.itinera.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class ChangeOfMindTest {
    private static final JsonCodec<Outcome> OUTCOMES = JsonCodec.of(Outcome.class);

    @Inject Outside outside;

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
    }

    @Test
    void callBackBeforeTheRequestLetsNothingLeave() {
        outside.ask(Shop.callBack(send));
        outside.ask(send);
        Send next = shop.send(send.template(), send.customer());
        outside.ask(next);
        outside.mails(Shop.address(send), 1);
        assertEquals("calledBack", state());
    }

    @Test
    void callBackOfAWaitingMessageLetsNothingLeave() {
        outside.mailServerIsFull();
        outside.ask(send);
        await("waiting").until(() -> delivery().getInt("attempts") > 0);
        outside.ask(Shop.callBack(send));
        await("called back").until(() -> state().equals("calledBack"));
        outside.mailServerBehaves();
        assertEquals(
                List.of(OutcomeName.MESSAGE_CALLED_BACK),
                outside.told(Topics.OUTCOMES, key(), OUTCOMES, all -> !all.isEmpty()).stream()
                        .map(Outcome::name)
                        .toList());
        assertEquals(List.of(), outside.mails(Shop.address(send)));
    }

    @Test
    void callBackAfterItLeftIsOnlyAVerdict() {
        outside.ask(send);
        await("sent").until(() -> state().equals("sent"));
        outside.ask(Shop.callBack(send));
        await("late")
                .until(
                        () ->
                                "late"
                                        .equals(
                                                delivery()
                                                        .get(
                                                                "gates.find { it.gate == 'calledBack' }.verdict")));
        assertEquals("sent", state());
    }

    @Test
    void optOutBetweenRequestAndSendHolds() {
        outside.mailServerIsFull();
        outside.ask(send);
        await("waiting").until(() -> delivery().getInt("attempts") > 0);
        shop.request()
                .body(Map.of("channel", "email", "address", Shop.address(send), "granted", false))
                .put("/consents")
                .then()
                .statusCode(200);
        await("suppressed").until(() -> state().equals("suppressed"));
        outside.mailServerBehaves();
        assertEquals("opted_out", delivery().get("reason"));
        assertEquals(List.of(), outside.mails(Shop.address(send)));
    }

    @Test
    void oneClickUnsubscribesAndTheNextMessageIsSuppressed() {
        outside.ask(send);
        Map<?, ?> headers =
                (Map<?, ?>) outside.mails(Shop.address(send), 1).getFirst().get("headers");
        await("sent").until(() -> state().equals("sent"));
        String path =
                String.valueOf(headers.get("List-Unsubscribe"))
                        .replaceAll("^<https://mail.example|>$", "");
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path)
                .then()
                .statusCode(200);
        given().post(path).then().statusCode(200);
        Send next = shop.send(send.template(), send.customer());
        outside.ask(next);
        await("suppressed").until(() -> shop.state(next).equals("suppressed"));
        List<Outcome> outcomes =
                outside.told(
                        Topics.OUTCOMES,
                        key(),
                        OUTCOMES,
                        all ->
                                all.stream()
                                        .anyMatch(o -> o.name() == OutcomeName.MESSAGE_SUPPRESSED));
        assertEquals(
                List.of(
                        OutcomeName.MESSAGE_SENT,
                        OutcomeName.CONSENT_CHANGED,
                        OutcomeName.MESSAGE_SUPPRESSED),
                outcomes.stream().map(Outcome::name).toList());
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
