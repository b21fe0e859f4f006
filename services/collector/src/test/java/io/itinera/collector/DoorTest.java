package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.itinera.collector.domain.SeenFilter;
import io.itinera.contracts.Identities;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source's rules let in, and what of it is kept. No Redis is there. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class DoorTest {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final String SHOP = "https://shop.example";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.6099.71";

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject LiveView live;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    @BeforeEach
    void collectorIsReady() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void browserOnAnAllowedSiteMaySendAndOneOnAnotherMayNot() {
        publish(origins(SHOP));
        send(request().header("Origin", SHOP), "m1")
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SHOP);
        send(request().header("Origin", "https://evil.example"), "m2")
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", nullValue());
        send(request().header("Origin", "null"), "m3").statusCode(403);
        send(request(), "m4").statusCode(200);
        assertEquals(List.of("m1", "m4"), ids());
    }

    @Test
    void bothKeysHoldWhileAKeyIsReplacedAndTheOldOneEndsWithIt() {
        String fresh = key + "-fresh";
        broker.publish(Broker.keyed(source, fresh, key));
        await().until(() -> collector.isKnown(fresh) && collector.isKnown(key));
        send(request(), "old").statusCode(200);
        send(given().auth().preemptive().basic(fresh, ""), "new").statusCode(200);
        assertEquals(List.of("old", "new"), ids());

        broker.publish(Broker.keyed(source, fresh));
        await().until(() -> !collector.isKnown(key));
        send(request(), "late").statusCode(401);
        send(given().auth().preemptive().basic(fresh, ""), "newer").statusCode(200);
    }

    @Test
    void siteIsCheckedWhereverTheKeyStands() {
        publish(origins(SHOP));
        String body = CollectTest.batch(CollectTest.track("m"));
        given().header("Origin", "https://evil.example")
                .body(body.replace("{\"batch\"", "{\"writeKey\":\"" + key + "\",\"batch\""))
                .post("/v1/batch")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.example")
                .get("/v1/projects/{key}/settings", key)
                .then()
                .statusCode(403);
        given().header("Origin", SHOP)
                .get("/v1/projects/{key}/settings", key)
                .then()
                .statusCode(200);
    }

    @Test
    void preflightIsRefusedWhereItsAddressTellsTheKey() {
        publish(origins(SHOP));
        preflight("https://evil.example", key)
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        preflight(SHOP, key).statusCode(204).header("Access-Control-Allow-Origin", SHOP);
        preflight("https://evil.example", null).statusCode(204);
    }

    private static ValidatableResponse preflight(String origin, @Nullable String key) {
        RequestSpecification request =
                given().header("Origin", origin).header("Access-Control-Request-Method", "POST");
        return (key == null ? request : request.queryParam("writeKey", key))
                .options("/v1/batch")
                .then();
    }

    @Test
    void sourceThatUsedUpItsRateIsToldWhenToComeBackAndOthersAreServed() {
        publish(limited(2));
        Source other = Broker.source(key + "-other", true);
        broker.publish(other);
        await().until(() -> collector.isKnown(key + "-other"));
        String[] events = new String[40];
        for (int n = 0; n < events.length; n++) {
            events[n] = CollectTest.track("m" + n);
        }
        request().body(CollectTest.batch(events)).post("/v1/batch").then().statusCode(200);

        await().until(() -> send(request(), "late").extract().statusCode() == 429);
        send(request().header("Origin", SHOP), "late")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1\\d|2\\d"))
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Access-Control-Expose-Headers", containsString("retry-after"));
        given().auth()
                .preemptive()
                .basic(key + "-other", "")
                .body(CollectTest.track("m"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        assertMetric("itinera_collector_requests_refused_total", "reason=\"rate\"");
        assertMetric("itinera_collector_events_total", "outcome=\"taken\"");
    }

    @Test
    void addressAndUserAgentAreKeptAsTheSourceSays() {
        publish(rules(List.of(), null, Keep.truncated, Keep.truncated));
        send(request().header("User-Agent", BROWSER), "m1").statusCode(200);
        assertEquals(
                Map.of("ip", "127.0.0.0", "userAgent", "Mozilla/5 Chrome/120"),
                events().getFirst().context());
    }

    @Test
    void byDefaultNoAddressIsKept() {
        publish(IntakeRules.DEFAULT);
        send(request().header("User-Agent", BROWSER), "m1").statusCode(200);
        send(request().header("User-Agent", "analytics-node-next/latest"), "m2").statusCode(200);
        assertEquals(
                List.of(Map.of("userAgent", BROWSER), Map.of()),
                events().stream().map(Event::context).toList());
    }

    @Test
    void erasedCustomersEventsAreAnsweredAsTakenAndKeptNowhere() {
        publish(IntakeRules.DEFAULT);
        broker.suppress(source.workspace(), Identities.USER, "mira");
        await().until(
                        () -> {
                            send(request(), "before");
                            String body = CollectTest.track("probe").replace("u1", "mira");
                            request().body(body).post("/v1/track").then().statusCode(200);
                            return metric("itinera_collector_events_total", "suppressed");
                        });
        int known = ids().size();
        String erased = CollectTest.track("erased").replace("u1", "mira");
        String flawed = "{\"type\":\"track\",\"userId\":\"mira\",\"messageId\":\"flawed\"}";
        request()
                .body(CollectTest.batch(erased, CollectTest.track("other"), flawed))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("rejected", nullValue());

        assertEquals("other", ids().get(known));
        assertEquals(known + 1, ids().size());
        assertEquals(List.of(), broker.read(Topics.QUARANTINE, Broker.of(source)));
        assertFalse(
                live.newest(source.workspace(), new SeenFilter(null, null, null), 100).stream()
                        .anyMatch(seen -> "erased".equals(seen.headline().messageId())));
    }

    private void publish(IntakeRules rules) {
        broker.publish(Broker.ruled(source, rules));
        await().until(() -> collector.isKnown(key));
    }

    private ValidatableResponse send(RequestSpecification request, String messageId) {
        return request.body(CollectTest.track(messageId)).post("/v1/track").then();
    }

    private RequestSpecification request() {
        return given().auth().preemptive().basic(key, "");
    }

    private List<String> ids() {
        return events().stream().map(Event::id).toList();
    }

    private List<Event> events() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .map(it -> (Event) EVENTS.read(it.value()))
                .toList();
    }

    private void assertMetric(String name, String label) {
        await().until(() -> metric(name, label));
    }

    /** Whether a meter of this source with this label is more than zero. */
    private boolean metric(String name, String label) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .filter(line -> line.contains(source.id().toString()) && line.contains(label))
                .anyMatch(line -> !line.endsWith(" 0.0"));
    }

    private static IntakeRules origins(String... origins) {
        return rules(List.of(origins), null, Keep.none, Keep.full);
    }

    private static IntakeRules limited(int eventsPerSecond) {
        return rules(List.of(), eventsPerSecond, Keep.none, Keep.full);
    }

    private static IntakeRules rules(
            List<String> origins, @Nullable Integer rate, Keep address, Keep userAgent) {
        return new IntakeRules(origins, rate, address, userAgent, PlanMode.allow, false);
    }
}
