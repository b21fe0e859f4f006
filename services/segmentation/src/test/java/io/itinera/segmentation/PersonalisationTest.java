package io.itinera.segmentation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a web page is told of its visitor, on real Kafka and PostgreSQL. */
@QuarkusTest
final class PersonalisationTest {
    private static final String SHOP = "https://shop.example";

    @AutoClose private final Shop shop = new Shop();
    private final String browser = "b-" + UUID.randomUUID();

    @Test
    void pageIsToldTheChosenSegmentsAndTraitsAndNothingElse() {
        String buyers = buyers();
        String secret = shop.owner.publish("everyone", new Condition.All(List.of()));
        String key = allow(true, List.of("plan"), List.of(buyers));
        become("ann", Map.of("plan", "gold", "email", "ann@shop.example"));
        shop.wire.send(Wire.track(shop.workspace, browser, "ann", "Bought", Map.of()));
        shop.wire.await(
                shop.ann,
                it -> it.entered().stream().anyMatch(entered -> entered.segment().equals(buyers)));
        shop.owner.awaitState(secret, "live");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                picks(key, browser)
                                        .statusCode(200)
                                        .header("Access-Control-Allow-Origin", SHOP)
                                        .body("segments", contains(buyers))
                                        .body("traits", equalTo(Map.of("plan", "gold")))
                                        .body("size()", equalTo(2)));
    }

    @Test
    void sharedDeviceAnswersForWhoSignedInLast() {
        String key = allow(true, List.of("plan"), List.of());
        become("ann", Map.of("plan", "gold"));
        shop.wire.await(shop.ann, any -> true);
        become("bob", Map.of("plan", "silver"));
        shop.wire.await(shop.customer("user", "bob"), any -> true);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                picks(key, browser)
                                        .statusCode(200)
                                        .body("traits", equalTo(Map.of("plan", "silver"))));
    }

    @Test
    void strangerIsAnsweredAsSomebodyInNothing() {
        String key = allow(true, List.of("plan"), List.of());
        picks(key, "nobody-ever").statusCode(200).body("segments", empty());
    }

    @Test
    void pageElsewhereIsRefused() {
        String key = allow(true, List.of("plan"), List.of());
        given().header("Origin", "https://evil.example")
                .get("/public/personalisation/" + key + "?anonymousId=" + browser)
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void switchedOffPagesAndUnknownKeysAreTheSame() {
        picks(allow(false, List.of("plan"), List.of()), browser).statusCode(404);
        picks("pk_unknown", browser).statusCode(404);
    }

    @Test
    void oldKeyIsWorthNothingAfterItsRotation() {
        String old = allow(true, List.of("plan"), List.of());
        String next =
                shop.owner
                        .ask()
                        .post("/personalisation/rotate")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("key");
        picks(next, browser).statusCode(200);
        picks(old, browser).statusCode(404);
    }

    @Test
    void customerIsNotToldOfByTheirId() {
        String key = allow(true, List.of("plan"), List.of());
        Introduction forged = Introduction.of(shop.ann, "guessed", Instant.now());
        given().get(
                        "/public/personalisation/"
                                + key
                                + "/customers/"
                                + shop.ann
                                + "?until="
                                + forged.until()
                                + "&signature="
                                + forged.signature())
                .then()
                .statusCode(403);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsPlace() {
        put("{\"enabled\":true,\"traits\":[],\"segments\":[],\"origins\":[\"shop.example\"]}")
                .statusCode(422)
                .body("flaws.path", contains("/origins/0"));
        shop.owner
                .ask()
                .get("/personalisation")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("key", nullValue());
    }

    private String buyers() {
        String buyers =
                shop.owner.publish(
                        "buyers", new Condition.Performed("Bought", Times.ONCE, null, null));
        shop.owner.awaitState(buyers, "live");
        return buyers;
    }

    private void become(String user, Map<String, Object> traits) {
        shop.wire.send(
                Wire.event(
                        shop.workspace,
                        EventType.identify,
                        browser,
                        user,
                        null,
                        "$identify",
                        traits));
    }

    private String allow(boolean enabled, List<String> traits, List<String> segments) {
        return put("{\"enabled\":"
                        + enabled
                        + ",\"traits\":"
                        + json(traits)
                        + ",\"segments\":"
                        + json(segments)
                        + ",\"origins\":"
                        + json(List.of(SHOP))
                        + "}")
                .statusCode(200)
                .body("key", startsWith("pk_"))
                .extract()
                .path("key");
    }

    private static String json(List<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private ValidatableResponse put(String body) {
        return shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(body)
                .put("/personalisation")
                .then();
    }

    private static ValidatableResponse picks(String key, String browser) {
        return given().header("Origin", SHOP)
                .get("/public/personalisation/" + key + "?anonymousId=" + browser)
                .then();
    }
}
