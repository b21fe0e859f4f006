package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people ask of segmentation, on real Kafka and PostgreSQL. */
@QuarkusTest
final class ReadingTest {
    private static final Condition BOUGHT =
            new Condition.Performed("Bought", Times.ONCE, null, null);

    @AutoClose private final Shop shop = new Shop();

    @Test
    void explanationShowsWhatCountedAndWhatIsMissing() {
        Event bought = shop.track("Bought");
        shop.wire.send(bought);
        shop.wire.await(shop.ann, any -> true);
        Condition twice =
                new Condition.Performed(
                        "Bought", new Times(2, null), new Window.Last(Duration.ofDays(7)), null);
        eventually(
                () ->
                        post("/conditions/explain", about(twice))
                                .statusCode(200)
                                .body("customer", equalTo(shop.ann.toString()))
                                .body("tree.kind", equalTo("performed"))
                                .body("tree.holds", equalTo(false))
                                .body("tree.words", containsString("at least 2 times"))
                                .body("tree.found", equalTo(1))
                                .body("tree.events.id", contains(bought.id()))
                                .body("tree.turns", contains("one more “Bought”")));
    }

    @Test
    void memberIsExplainedWithSinceAndCause() {
        String segment = shop.owner.publish("buyers", BOUGHT);
        shop.owner.awaitState(segment, "live");
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, it -> !it.entered().isEmpty());
        eventually(
                () ->
                        get("/segments/" + segment + "/explain?locale=ja&customer=" + shop.ann)
                                .statusCode(200)
                                .body("member", equalTo(true))
                                .body("cause", equalTo("event"))
                                .body("tree.holds", equalTo(true))
                                .body("tree.turns", empty()));
    }

    @Test
    void editedRuleIsLeftByAnEdit() {
        String segment = shop.owner.publish("buyers", BOUGHT);
        shop.owner.awaitState(segment, "live");
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, it -> !it.entered().isEmpty());
        shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(Owner.body("buyers", new Condition.Not(BOUGHT)))
                .put("/segments/" + segment)
                .then()
                .statusCode(200);
        shop.owner.ask().post("/segments/" + segment + "/publish").then().statusCode(200);
        Activity left = shop.wire.await(shop.ann, it -> !it.left().isEmpty());
        assertEquals(ActivityCause.edit, left.cause());
    }

    @Test
    void previewCountsEveryoneWhileTheyAreFew() {
        String segment = shop.owner.publish("buyers", BOUGHT);
        shop.owner.awaitState(segment, "live");
        shop.wire.send(shop.track("Bought"));
        shop.wire.send(Wire.track(shop.workspace, null, "bob", "Viewed", Map.of()));
        shop.wire.await(shop.ann, it -> !it.entered().isEmpty());
        shop.wire.await(shop.customer("user", "bob"), any -> true);
        String wanted = "{\"condition\":" + Owner.json(BOUGHT) + "}";
        eventually(
                () ->
                        post("/segments/preview", wanted)
                                .statusCode(200)
                                .body("exact", equalTo(true))
                                .body("asked", equalTo(2))
                                .body("size.estimate", equalTo(1))
                                .body("size.low", equalTo(1))
                                .body("size.high", equalTo(1))
                                .body("samples.userId", contains("ann"))
                                .body("overlaps.segment", contains(segment))
                                .body("overlaps.name", contains("buyers"))
                                .body("overlaps[0].both.estimate", equalTo(1)));
    }

    @Test
    void fileOfMembersHoldsNoFormula() {
        String segment = shop.owner.publish("buyers", BOUGHT);
        shop.owner.awaitState(segment, "live");
        shop.wire.send(
                Wire.event(
                        shop.workspace,
                        EventType.identify,
                        null,
                        "ann",
                        null,
                        "$identify",
                        Map.of("name", "=HYPERLINK(\"x\")", "orders", 3)));
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, it -> !it.entered().isEmpty());
        eventually(
                () ->
                        get("/segments/" + segment + "/export?traits=orders,none")
                                .statusCode(200)
                                .body(
                                        containsString(
                                                ",event,ann,,\"'=HYPERLINK(\"\"x\"\")\",3,\r\n")));
        get("/segments/" + segment + "/export?format=ndjson&traits=orders")
                .contentType("application/x-ndjson");
        String line =
                shop.owner
                        .ask()
                        .get("/segments/" + segment + "/export?format=ndjson&traits=orders")
                        .asString();
        assertEquals(
                List.of(shop.ann.toString(), 3),
                List.of(
                        JsonPath.from(line).get("customer"),
                        JsonPath.from(line).get("traits.orders")));
    }

    @Test
    void timelineShowsWhatIsAskedFor() {
        Event bought = shop.track("Bought");
        shop.wire.send(bought);
        shop.wire.send(shop.track("Viewed"));
        shop.wire.await(shop.ann, it -> it.event() != null && it.event().name().equals("Viewed"));
        String timeline = "/customers/" + shop.ann + "/timeline";
        eventually(
                () ->
                        get(timeline + "?name=Bought&kind=event")
                                .statusCode(200)
                                .body("items.id", contains(bought.id())));
        get(timeline + "?kind=outcome").body("items", empty());
        get(timeline + "?from=2999-01-01T00:00:00Z").body("items", empty());
        String next = get(timeline + "?limit=1").extract().path("next");
        get(timeline + "?limit=1&before=" + next).body("items.id", contains(bought.id()));
    }

    @Test
    void customerIsFoundByTheBeginningOfAnIdentity() {
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, any -> true);
        eventually(() -> get("/customers?query=an").body("items.id", hasItem(shop.ann.toString())));
        get("/customers?query=anne").body("items", empty());
    }

    private String about(Condition condition) {
        return "{\"customer\":\"" + shop.ann + "\",\"condition\":" + Owner.json(condition) + "}";
    }

    private ValidatableResponse post(String path, String body) {
        return shop.owner.ask().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private ValidatableResponse get(String path) {
        return shop.owner.ask().get(path).then();
    }

    /** Who asks sees what is committed, a moment after it was told. */
    private static void eventually(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }
}
