package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workspace plans, and what becomes of events that are not like that. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class PlanTest {
    @Inject Broker broker;
    @Inject WriteKeys keys;
    @Inject PlanTable plan;

    private PlannedShop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new PlannedShop(broker);
    }

    @Test
    void definitionIsShownAsItWasWritten() {
        shop.put("Product Added", PlannedShop.CART)
                .then()
                .statusCode(200)
                .body("name", equalTo("Product Added"))
                .body("planned", equalTo(true))
                .body("description", equalTo("Into the cart"))
                .body("schema.properties.product_id.type", equalTo("string"))
                .body("by", equalTo("tester"))
                .body("volume", equalTo(0))
                .body("sample", nullValue());
        shop.put("Product Added", "{}").then().statusCode(200).body("description", equalTo(""));
        shop.person()
                .get("/plan/events")
                .then()
                .body("items.name", equalTo(List.of("Product Added")))
                .body("items[0].planned", equalTo(true));
        shop.person().delete("/plan/events/Product Added").then().statusCode(204);
        shop.person().get("/plan/events/Product Added").then().statusCode(404);
        shop.person().delete("/plan/events/Product Added").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cart / Dropped", "100 %", "購入 完了", "$identify", "a|b"})
    void eventMayBeCalledAnything(String name) {
        shop.put(name, "{}").then().statusCode(200);
        given().header("Authorization", shop.token())
                .get("/plan/events/{name}", name)
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
    }

    @Test
    void otherWorkspacesPlanIsNotShown() {
        shop.put("Product Added", PlannedShop.CART);
        String other = TestTokens.bearer("ws-other-" + UUID.randomUUID(), "collector");
        given().header("Authorization", other)
                .get("/plan/events")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        given().header("Authorization", other)
                .get("/plan/events/Product Added")
                .then()
                .statusCode(404);
        given().header("Authorization", other)
                .delete("/plan/events/Product Added")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"schema\":{\"properties\":{\"a\":{\"type\":\"text\"}}}}; /schema/properties/a/type",
                "{\"schema\":{\"pattern\":\"(((a{99}){99}){99}){99}\"}}; /schema/pattern",
                "{\"schema\":{\"$ref\":\"http://127.0.0.1:1/x\"}}; /schema/$ref",
                "{\"schema\":[]}; /schema"
            })
    void schemaThatCannotBeUsedIsRefusedByItsPlace(String body, String place) {
        shop.put("Product Added", body)
                .then()
                .statusCode(422)
                .body("flaws.path", equalTo(List.of(place)));
        shop.person().get("/plan/events").then().body("items", equalTo(List.of()));
    }

    @Test
    void listGoesOnWhereItEnded() {
        List.of("b", "a", "C").forEach(name -> shop.put(name, "{}"));
        JsonPath first = shop.person().get("/plan/events?limit=2").jsonPath();
        assertEquals(List.of("C", "a"), first.getList("items.name"));
        shop.person()
                .get("/plan/events?limit=2&after={after}", first.getString("next"))
                .then()
                .body("items.name", equalTo(List.of("b")))
                .body("next", nullValue());
        shop.person().get("/plan/events?query=c").then().body("items.name", equalTo(List.of("C")));
    }

    @Test
    void eventThatBreaksThePlanWaitsInQuarantineAndNamesThePlaceAlone() {
        shop.define(keys, plan, PlanMode.quarantine);
        Response answer =
                shop.post(
                        "{\"batch\":[%s,%s,%s]}"
                                .formatted(
                                        CollectTest.track("m1"),
                                        CollectTest.track("m2").replace("\"p1\"", "4711"),
                                        CollectTest.track("m3").replace("Added", "Lost")));
        answer.then()
                .statusCode(200)
                .body("rejected.messageId", equalTo(List.of("m2", "m3")))
                .body("rejected.reason", equalTo(List.of("plan_violation", "plan_violation")))
                .body(
                        "rejected.detail",
                        equalTo(
                                List.of(
                                        "/product_id does not keep to type \"string\"",
                                        "the event is not in the plan")));
        assertEquals(1, broker.read(Topics.EVENTS, Broker.of(shop.source())).size());
        assertEquals(2, broker.read(Topics.QUARANTINE, Broker.of(shop.source())).size());
    }

    @Test
    void sourceThatWarnsTakesTheEventAndShowsWhatIsWrong() {
        shop.define(keys, plan, PlanMode.warn);
        shop.post(CollectTest.batch(CollectTest.track("m1").replace("\"p1\"", "4711")))
                .then()
                .statusCode(200)
                .body("rejected", nullValue());
        shop.post(CollectTest.batch(CollectTest.track("m2")));
        shop.person()
                .get("/events?verdict=warned")
                .then()
                .body("items.messageId", equalTo(List.of("m1")))
                .body("items.verdict", equalTo(List.of("accepted")))
                .body("items[0].warnings.path", equalTo(List.of("/product_id")));
        shop.person().get("/events?verdict=accepted").then().body("items.size()", equalTo(2));
        shop.person().get("/events?verdict=rejected").then().body("items.size()", equalTo(0));
        shop.person()
                .get("/events?source=" + shop.source().id())
                .then()
                .body("items.size()", equalTo(2));
        shop.person()
                .get("/events?source=" + UUID.randomUUID())
                .then()
                .body("items.size()", equalTo(0));
        shop.person().get("/events?name=Product Added").then().body("items.size()", equalTo(2));
        shop.person().get("/events?name=Other").then().body("items.size()", equalTo(0));
        shop.person().get("/events?verdict=lost").then().statusCode(400);
        assertEquals(2, broker.read(Topics.EVENTS, Broker.of(shop.source())).size());
    }

    @Test
    void sourceThatAsksForNoPlanTakesEverything() {
        shop.define(keys, plan, PlanMode.allow);
        shop.post(CollectTest.batch(CollectTest.track("m1").replace("\"p1\"", "4711")))
                .then()
                .body("rejected", nullValue());
    }

    @Test
    void definitionThatIsTakenBackHoldsNoMore() {
        shop.define(keys, plan, PlanMode.quarantine);
        shop.person().delete("/plan/events/Product Added").then().statusCode(204);
        await().untilAsserted(
                        () ->
                                shop.post(CollectTest.batch(CollectTest.track("m1")))
                                        .then()
                                        .body(
                                                "rejected[0].detail",
                                                equalTo("the event is not in the plan")));
    }

    @Test
    void documentNamesTheRoutes() {
        given().get("/q/openapi?format=json")
                .then()
                .body("paths.'/plan/events/{name}'.put", notNullValue())
                .body("paths.'/quarantine/replays/{id}'.get", notNullValue());
    }
}
