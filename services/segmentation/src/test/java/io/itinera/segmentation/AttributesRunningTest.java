package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes on the running service: published, computed over everyone, kept and shown. */
@QuarkusTest
final class AttributesRunningTest {
    private static final String ORDERS =
            "{\"name\":\"orders\",\"rule\":{\"computed\":{\"of\":\"count\",\"event\":\"Bought\"}}}";

    @AutoClose private final Shop shop = new Shop();

    /** Reads of state are answered once the streams have found their partitions. */
    @BeforeEach
    void awaitStreams() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> shop.owner.ask().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void attributeIsComputedOverHistoryAndGoesOnWithEachEvent() {
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, any -> true);
        String id = draft(ORDERS);
        shop.owner.ask().post("/attributes/" + id + "/publish").then().statusCode(200);
        awaitState(id, "live");
        Activity backfilled = shop.wire.await(shop.ann, it -> it.cause() == ActivityCause.backfill);
        shop.wire.send(shop.track("Bought"));
        Activity counted =
                shop.wire.await(shop.ann, it -> it.traits().getOrDefault("orders", 0).equals(2));

        assertEquals(
                List.of(Map.of("orders", 1), 2),
                List.of(backfilled.traits(), counted.profile().traits().get("orders")));
        shop.owner
                .ask()
                .get("/customers/" + shop.ann)
                .then()
                .statusCode(200)
                .body("traits.orders.value", equalTo(2))
                .body("traits.orders.type", equalTo("number"))
                .body("traits.orders.attribute", equalTo(id));
    }

    @Test
    void traitIsShownWithItsSourceAndTheTimeItWasSaid() {
        shop.wire.send(
                Wire.event(
                        shop.workspace,
                        EventType.identify,
                        null,
                        "ann",
                        null,
                        "$identify",
                        Map.of("plan", "gold")));
        Activity told = shop.wire.await(shop.ann, any -> true);
        shop.owner
                .ask()
                .get("/customers/" + shop.ann)
                .then()
                .body("traits.plan.value", equalTo("gold"))
                .body("traits.plan.type", equalTo("text"))
                .body("traits.plan.source", equalTo(told.event().source()));
    }

    @Test
    void scheduleForASegmentThatIsNotPublishedIsRefused() {
        String id =
                draft(
                        """
                        {"name": "sale", "rule": {"schedule": {
                            "tells": "sale", "segment": "%s", "at": "2030-01-01T00:00:00Z"}}}
                        """
                                .formatted(UUID.randomUUID()));
        shop.owner
                .ask()
                .post("/attributes/" + id + "/publish")
                .then()
                .statusCode(422)
                .body("flaws.path", contains("/rule/schedule/segment"));
    }

    @Test
    void circleOfAttributesIsRefused() {
        String first = publish(stage("one", "two"));
        String second = draft(stage("two", "one"));
        shop.owner
                .ask()
                .post("/attributes/" + second + "/publish")
                .then()
                .statusCode(422)
                .body(
                        "flaws.message",
                        contains("an attribute cannot build on itself, not even by others"));
        shop.owner.ask().delete("/attributes/" + first).then().statusCode(204);
        shop.owner.ask().post("/attributes/" + second + "/publish").then().statusCode(200);
    }

    @Test
    void secondAttributeThatMakesATraitIsRefused() {
        publish(ORDERS);
        String second = draft(ORDERS);
        shop.owner
                .ask()
                .post("/attributes/" + second + "/publish")
                .then()
                .statusCode(422)
                .body("flaws.message", contains("another attribute makes the trait orders"));
    }

    @Test
    void ruleThatMakesNoSenseIsRefusedWithItsPlace() {
        shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(ORDERS.replace("count", "sum"))
                .post("/attributes")
                .then()
                .statusCode(422)
                .body("flaws.path", hasItem("/rule/computed/property"));
        shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"orders\"}")
                .post("/attributes")
                .then()
                .statusCode(400);
    }

    @Test
    void everyReadyMadeAttributeCanBeSwitchedOn() {
        List<Map<String, Object>> offers =
                shop.owner
                        .ask()
                        .get("/attributes/ready-made")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");
        for (Map<String, Object> offer : offers) {
            String id =
                    shop.owner
                            .ask()
                            .contentType(ContentType.JSON)
                            .body(offer)
                            .post("/attributes")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            shop.owner.ask().post("/attributes/" + id + "/publish").then().statusCode(200);
        }
        shop.owner
                .ask()
                .get("/attributes")
                .then()
                .body("items.size()", equalTo(offers.size()))
                .body("items.version", everyItem(greaterThan(0)));
    }

    @Test
    void editLeavesThePublishedVersionAndAnotherWorkspaceSeesNothing() {
        String id = publish(ORDERS);
        shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(ORDERS.replace("Bought", "Paid"))
                .put("/attributes/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("rule.computed.event", equalTo("Paid"));
        Owner stranger = new Owner(UUID.randomUUID().toString());
        stranger.ask().get("/attributes").then().body("items", empty());
        stranger.ask().get("/attributes/" + id).then().statusCode(404);
        stranger.ask().post("/attributes/" + id + "/publish").then().statusCode(404);
        stranger.ask().delete("/attributes/" + id).then().statusCode(404);
    }

    private static String stage(String name, String of) {
        return """
        {"name": "%s", "rule": {"stages": {"stages": [
            {"name": "there", "when": {"trait": {"name": "%s", "test": {"exists": true}}}}]}}}
        """
                .formatted(name, of);
    }

    private String publish(String body) {
        String id = draft(body);
        shop.owner.ask().post("/attributes/" + id + "/publish").then().statusCode(200);
        return id;
    }

    private String draft(String body) {
        return shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/attributes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void awaitState(String attribute, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                shop.owner
                                        .ask()
                                        .get("/attributes/" + attribute)
                                        .then()
                                        .statusCode(200)
                                        .body("state", equalTo(state)));
    }
}
