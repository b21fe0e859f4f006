package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.Webhook;
import io.itinera.kit.sealing.Sealing;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A webhook on its way to the topic or to quarantine. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class HooksTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject Sealing sealing;

    @Test
    void whatIsDeliveredTwiceHasTheSameIds() {
        HookShop shop = shop("none", "$.items.{'type':'track','event':'Sold','userId':who}");
        byte[] body = HookShop.bytes("{\"items\":[{\"who\":\"a\"},{\"who\":\"b\"}]}");
        shop.deliver(JSON, body).then().statusCode(200);
        shop.deliver(JSON, body).then().statusCode(200);
        List<String> ids = shop.received().stream().map(it -> it.path("id").asText()).toList();
        assertEquals(4, ids.size());
        assertEquals(2, Set.copyOf(ids).size(), ids::toString);
    }

    @Test
    void bodyThatCannotBeMappedGoesToQuarantineAsItCameAndIsAnsweredAsTaken() {
        HookShop shop = shop("none", "{'type':'track','event':'E','userId':id * 2}");
        shop.deliver(JSON, HookShop.bytes("{\"id\":\"mira\"}"))
                .then()
                .statusCode(200)
                .body("rejected[0].reason", equalTo("mapping_failed"));
        Quarantined aside = shop.quarantined().getFirst();
        assertEquals("mapping_failed", aside.reason());
        assertEquals("the mapping fails on this body (T2001)", aside.detail());
        assertEquals(
                "{\"id\":\"mira\"}",
                new String(
                        Base64.getDecoder().decode(Objects.requireNonNull(aside.original())),
                        UTF_8));
    }

    @Test
    void whatCouldNotBeMappedIsReplayedByABetterMapping() {
        HookShop shop = shop("none", "{'type':'track','event':'E','userId':id * 2}");
        shop.deliver(
                        Map.of("Content-Type", "application/json", "X-Topic", "orders"),
                        HookShop.bytes("{\"id\":\"mira\",\"orders\":[1,2]}"))
                .then()
                .statusCode(200);
        RequestSpecification person =
                given().header("Authorization", TestTokens.bearer(shop.workspace(), "collector"))
                        .contentType("application/json");
        person.get("/quarantine").then().body("items.replayable", contains(true));

        String better =
                "($id := id; orders.{'type':'track','event':$headers.'x-topic','userId':$id,'messageId':$string($)})"
                        .replace('\'', '"');
        Webhook mended = new Webhook("none", null, null, better);
        shop.mapBy(mended);
        await().until(
                        () ->
                                collector
                                        .source(shop.workspace(), shop.id())
                                        .filter(it -> mended.equals(it.webhook()))
                                        .isPresent());
        person.body("{}").post("/quarantine/replays").then().body("state", equalTo("running"));
        await().untilAsserted(
                        () ->
                                person.get("/quarantine/replays")
                                        .then()
                                        .body("items.state", contains("done"))
                                        .body("items.replayed", contains(1)));
        assertEquals(
                List.of("1 orders mira", "2 orders mira"),
                shop.received().stream()
                        .map(
                                it ->
                                        it.path("id").asText()
                                                + " "
                                                + it.path("name").asText()
                                                + " "
                                                + it.path("userId").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void bodyThatIsNoJsonOrTooLargeToKeepIsPutAsideToo() {
        HookShop shop = shop("none", "");
        shop.deliver(JSON, HookShop.bytes("<xml/>")).then().statusCode(200);
        shop.deliver(JSON, HookShop.bytes("[1," + " ".repeat(40_000) + "2]"))
                .then()
                .statusCode(200);
        assertEquals(
                List.of(
                        "the body is neither JSON nor a form: line 1, column 1",
                        "the mapping must yield an event, a list of events, or nothing; the last"
                                + " 7310 bytes are not kept"),
                shop.quarantined().stream().map(Quarantined::detail).toList());
    }

    @Test
    void eventsAreJudgedOneByOne() {
        HookShop shop = shop("none", "");
        shop.deliver(
                        JSON,
                        HookShop.bytes(
                                "[{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"},"
                                        + "{\"type\":\"track\",\"event\":\"E\"}]"))
                .then()
                .statusCode(200)
                .body("rejected.reason", contains("no_id"));
        assertEquals(1, shop.received().size());
        given().header("Authorization", TestTokens.bearer(shop.workspace(), "collector"))
                .get("/events")
                .then()
                .statusCode(200)
                .body("items.verdict", contains("rejected", "accepted"));
    }

    @Test
    void deliveryOfNoInterestIsTakenAndCounted() {
        HookShop shop = shop("none", "kind = 'order' ? {'type':'track','event':'E','userId':'u'}");
        shop.deliver(JSON, HookShop.bytes("{\"kind\":\"product\"}")).then().statusCode(200);
        assertEquals(List.of(), shop.received());
        assertEquals(List.of(), shop.quarantined());
        given().get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "itinera_collector_deliveries_ignored_total{source=\""
                                        + shop.id()
                                        + "\"} 1.0"));
    }

    @Test
    void keyThatIsNobodysOrTakesNoWebhooksIsRefused() {
        given().contentType("application/json")
                .body("{}")
                .post("/hooks/nobodys")
                .then()
                .statusCode(401)
                .body("detail", equalTo("No source has this write key"));
        Shop plain = new Shop(broker, collector);
        given().contentType("application/json")
                .body("{}")
                .post("/hooks/" + plain.key())
                .then()
                .statusCode(404)
                .body("detail", equalTo("This source takes no webhooks"));
    }

    private HookShop shop(String preset, String mapping) {
        return HookShop.of(broker, collector, sealing, preset, mapping);
    }
}
