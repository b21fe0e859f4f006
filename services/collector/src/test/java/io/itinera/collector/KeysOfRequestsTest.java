package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a write key may stand, whose events it lets in, and from which sites. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class KeysOfRequestsTest {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);

    @Inject Broker broker;
    @Inject Collector collector;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    @BeforeEach
    void sourceIsKnown() {
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void unknownKeyIsRefused() {
        given().auth()
                .preemptive()
                .basic("nobody", "")
                .body(CollectTest.track("m1"))
                .post("/v1/track")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void keyOfASourceThatIsSwitchedOffIsUnknown() {
        Source off =
                new Source(
                        source.id(),
                        source.workspace(),
                        source.name(),
                        source.keyHashes(),
                        false,
                        source.historicAfter(),
                        source.rules(),
                        source.webhook(),
                        source.more());
        broker.publish(off);
        await().until(() -> !collector.isKnown(key));
        sent().body(CollectTest.track("m1")).post("/v1/track").then().statusCode(401);
    }

    @Test
    void keyMayStandWithoutItsColonInTheBodyInTheQueryOrInAHeader() {
        String bare = Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
        given().header("Authorization", "Basic " + bare)
                .body(CollectTest.track("1"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        given().body(
                        CollectTest.batch(CollectTest.track("2"))
                                .replace("{\"batch\"", "{\"writeKey\":\"" + key + "\",\"batch\""))
                .post("/v1/batch")
                .then()
                .statusCode(200);
        given().queryParam("writeKey", key)
                .body(CollectTest.track("3"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        given().header("X-Write-Key", key)
                .body(CollectTest.track("4"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        given().body(CollectTest.track("5")).post("/v1/track").then().statusCode(401);
        assertEquals(List.of("1", "2", "3", "4"), ids().stream().sorted().toList());
    }

    @Test
    void browsersMaySendFromAnySite() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/v1/track")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Allow-Headers", containsString("authorization"))
                .header("Access-Control-Max-Age", matchesPattern("\\d{3,}"));
        sent().header("Origin", "https://shop.example")
                .body(CollectTest.track("m1"))
                .post("/v1/t")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Expose-Headers", "retry-after");
    }

    @Test
    void analyticsJsFindsThisHostInItsSettings() {
        given().get("/v1/projects/{key}/settings", key)
                .then()
                .statusCode(200)
                .body("integrations.'Segment.io'.apiKey", equalTo(key))
                .body("integrations.'Segment.io'.apiHost", matchesPattern("localhost:\\d+/v1"))
                .body("integrations.'Segment.io'.protocol", equalTo("http"));
        given().get("/v1/projects/nobody/settings").then().statusCode(404);
    }

    private List<String> ids() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .map(it -> ((Event) EVENTS.read(it.value())).id())
                .toList();
    }

    private RequestSpecification sent() {
        return given().auth().preemptive().basic(key, "");
    }
}
