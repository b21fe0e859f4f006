package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Erasures over HTTP and on real Kafka. */
@QuarkusTest
final class ErasureRoutesTest {
    @AutoClose private final Shop shop = new Shop();

    private final UUID phone = shop.customer("anonymous", "phone");

    private ValidatableResponse get(String path) {
        return shop.owner.ask().get(path).then();
    }

    private String erase(UUID customer) {
        return shop.owner
                .ask()
                .delete("/customers/" + customer)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private ValidatableResponse eraseBy(String kind, String value) {
        return shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "value", value))
                .post("/erasures")
                .then();
    }

    private void awaitReceipt(String erasure) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                get("/erasures/" + erasure)
                                        .statusCode(200)
                                        .body("receipts.service", contains("segmentation")));
    }

    private void annLives() {
        shop.wire.sendTogether(
                List.of(
                        Wire.track(shop.workspace, "phone", null, "Looked", Map.of()),
                        Wire.event(
                                shop.workspace,
                                EventType.identify,
                                "phone",
                                "ann",
                                null,
                                "$identify",
                                Map.of("email", "ann@shop.example")),
                        Wire.track(shop.workspace, "phone", null, "Bought", Map.of())));
        shop.wire.await(shop.ann, it -> it.event() != null && it.event().name().equals("Bought"));
    }

    @Test
    void noAnswerSaysAnythingOfAnErasedPerson() {
        String segment =
                shop.owner.publish(
                        "Buyers", new Condition.Performed("Bought", Times.ONCE, null, null));
        shop.owner.awaitState(segment, "live");
        annLives();
        get("/segments/" + segment + "/members").body("items.customer", hasItem(shop.ann + ""));
        awaitReceipt(erase(phone));
        for (UUID id : List.of(shop.ann, phone)) {
            get("/customers/" + id).statusCode(404);
            get("/customers/" + id + "/timeline").statusCode(404);
            get("/customers/" + id + "/identities").statusCode(404);
            get("/segments/" + segment + "/explain?customer=" + id).statusCode(404);
        }
        get("/customers").body("items", empty());
        get("/customers?query=phone").body("items", empty());
        get("/customers?query=ann").body("items", empty());
        get("/segments/" + segment + "/members").body("items", empty());
        get("/segments/" + segment).body("members", equalTo(0));
        shop.wire.await(shop.ann, it -> it.cause() == ActivityCause.erasure);
    }

    @Test
    void receiptNamesWhatWentAndTheDateOfTheFiles() {
        annLives();
        String erasure = erase(shop.ann);
        awaitReceipt(erasure);
        get("/erasures/" + erasure)
                .body("requestedAt", notNullValue())
                .body("receipts[0].customer", equalTo(shop.ann.toString()))
                .body("receipts[0].removed.store", hasItems("profiles", "timeline", "links"))
                .body("receipts[0].filesCleanBy", notNullValue())
                .body("liftedAt", nullValue());
        get("/erasures").body("items.id", hasItem(erasure));
        assertEquals(erasure, erase(phone));
        eraseBy("user", "ann").statusCode(202).body("id", equalTo(erasure));
    }

    @Test
    void fileHasEverythingThatIsKnownOfACustomer() {
        annLives();
        String file =
                shop.owner
                        .ask()
                        .get("/customers/" + phone + "/export")
                        .then()
                        .statusCode(200)
                        .contentType("application/x-ndjson")
                        .extract()
                        .asString();
        List<String> kinds =
                file.lines().map(it -> it.replaceAll("^.\"about\":\"([a-z]+)\".*$", "$1")).toList();
        assertEquals(
                Map.of("identity", 2L, "ledger", 2L, "profile", 1L, "timeline", 3L),
                kinds.stream()
                        .collect(
                                Collectors.groupingBy(Function.identity(), Collectors.counting())));
        assertTrue(file.contains("\"email\":\"ann@shop.example\""), file);
        assertTrue(file.contains("\"traits\":{\"email\":\"ann@shop.example\"}"), file);
        assertEquals(3, file.lines().filter(it -> it.contains("\"receivedAt\"")).count(), file);
    }

    private void lift(String erasure) {
        shop.owner.ask().post("/erasures/" + erasure + "/lift").then().statusCode(202);
    }

    private void awaitLetIn(UUID customer) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                get("/customers/" + customer + "/erasure")
                                        .body("erasure", nullValue()));
    }

    @Test
    void whoIsLetInAgainBeginsAnew() {
        annLives();
        String erasure = erase(shop.ann);
        awaitReceipt(erasure);
        lift(erasure);
        awaitLetIn(shop.ann);
        shop.wire.send(shop.track("Back"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                get("/customers/" + shop.ann + "/timeline")
                                        .body("items.name", contains("Back")));
    }

    private Event visit(String device, String address) {
        Event nameless = Wire.track(shop.workspace, device, null, "Looked", Map.of());
        return new Event(
                nameless.id(),
                nameless.workspace(),
                nameless.type(),
                nameless.name(),
                device,
                null,
                null,
                null,
                Map.of("email", address),
                nameless.properties(),
                nameless.traits(),
                nameless.context(),
                nameless.occurredAt(),
                nameless.receivedAt(),
                nameless.source(),
                false,
                Map.of());
    }

    @Test
    void visitorErasedByTheirAddressIsLetInWithIt() {
        UUID visitor = shop.customer("anonymous", "tablet");
        UUID address = shop.customer("email", "cat@home.example");
        shop.wire.sendTogether(List.of(visit("tablet", "cat@home.example")));
        shop.wire.await(visitor, it -> it.event() != null);
        String erasure = eraseBy("email", "cat@home.example").statusCode(202).extract().path("id");
        awaitReceipt(erasure);
        for (UUID each : List.of(visitor, address)) {
            get("/customers/" + each + "/erasure").body("erasure", equalTo(erasure));
        }
        lift(erasure);
        for (UUID each : List.of(visitor, address)) {
            awaitLetIn(each);
        }
    }

    @Test
    void nobodyIsErasedWhoIsNotKnownUnlessByName() {
        shop.owner.ask().delete("/customers/" + UUID.randomUUID()).then().statusCode(404);
        get("/erasures/" + UUID.randomUUID()).statusCode(404);
        eraseBy("user", "").statusCode(422);
        awaitReceipt(eraseBy("user", "never seen").statusCode(202).extract().path("id"));
    }
}
