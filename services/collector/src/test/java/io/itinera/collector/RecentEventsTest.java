package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.domain.SeenFilter;
import io.itinera.contracts.Identities;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class RecentEventsTest {
    private static final SeenFilter EVERY = new SeenFilter(null, null, null);

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject LiveView live;

    @TestHTTPResource("/events/stream")
    URI stream;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    @BeforeEach
    void sourceIsKnown() {
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void newestEventsAreShownWithWhatBecameOfThem() {
        post(CollectTest.batch(CollectTest.track("m1"), "{\"type\":\"track\",\"userId\":\"u2\"}"));

        person().get("/events")
                .then()
                .statusCode(200)
                .body("items.verdict", equalTo(List.of("rejected", "accepted")))
                .body("items[0].reason", equalTo("no_event_name"))
                .body("items[0].userId", equalTo("u2"))
                .body("items[1].messageId", equalTo("m1"))
                .body("items[1].name", equalTo("Product Added"))
                .body("items[1].source", equalTo("Shop"))
                .body("items[1].event.properties.product_id", equalTo("p1"));
    }

    @Test
    void hundredAreKeptAndNoMore() {
        String[] events = new String[101];
        for (int n = 0; n < events.length; n++) {
            events[n] = CollectTest.track("m" + n);
        }
        post(CollectTest.batch(events));

        List<String> ids = person().get("/events?limit=200").jsonPath().getList("items.messageId");
        assertEquals(
                List.of(100, "m100", "m1"), List.of(ids.size(), ids.getFirst(), ids.getLast()));
    }

    @Test
    void otherWorkspacesEventsAreNotShown() {
        post(CollectTest.batch(CollectTest.track("m1")));

        given().header("Authorization", TestTokens.bearer("ws-other", "collector"))
                .get("/events")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
    }

    @Test
    void nobodySeesEventsWithoutAnInternalToken() {
        given().get("/events").then().statusCode(401);
        given().auth().preemptive().basic(key, "").get("/events/stream").then().statusCode(401);
    }

    @Test
    void eventsAreToldAsTheyArrive() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(stream)
                        .header("Authorization", TestTokens.bearer(source.workspace(), "collector"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            CompletableFuture<String> told =
                    CompletableFuture.supplyAsync(() -> firstEvent(response.body()));
            await().until(
                            () -> {
                                post(CollectTest.batch(CollectTest.track("m1")));
                                return told.isDone();
                            });
            assertTrue(told.get().contains("\"messageId\":\"m1\""), told.get());
            client.shutdownNow();
        }
    }

    @Test
    void workspaceHasItsOnlookersAndNotOneMore() throws Exception {
        List<Runnable> ends = new ArrayList<>();
        for (int n = 1; n < LiveView.MAX_LISTENERS; n++) {
            ends.add(live.listen(source.workspace(), EVERY, _ -> {}));
        }
        HttpRequest request =
                HttpRequest.newBuilder(stream)
                        .header("Authorization", TestTokens.bearer(source.workspace(), "collector"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int last = client.send(request, HttpResponse.BodyHandlers.ofInputStream()).statusCode();
            await().until(() -> live.listeners(source.workspace()) == LiveView.MAX_LISTENERS);
            person().get("/events/stream").then().statusCode(429).header("Retry-After", "15");
            assertEquals(200, last);
            client.shutdownNow();
        }
        ends.forEach(Runnable::run);
        await().until(() -> live.listeners(source.workspace()) == 0);
    }

    @Test
    @Timeout(30)
    void onlookerWhoFailsLeavesTheSenderAlone() {
        Runnable end =
                live.listen(
                        source.workspace(),
                        EVERY,
                        _ -> {
                            throw new IllegalStateException("somebody stumbles");
                        });
        post(CollectTest.batch(CollectTest.track("m1")));
        end.run();
        post(CollectTest.batch(CollectTest.track("m2")));
        List<String> ids = person().get("/events").jsonPath().getList("items.messageId");
        assertEquals(List.of("m2", "m1"), ids);
    }

    @Test
    void eventsOfSomebodyWhoWasErasedSinceAreNotShown() {
        post(
                CollectTest.batch(
                        CollectTest.track("m1"), CollectTest.track("m2").replace("u1", "u2")));
        broker.suppress(source.workspace(), Identities.USER, "u1");
        await().until(
                        () ->
                                person().get("/events")
                                        .jsonPath()
                                        .getList("items.messageId")
                                        .equals(List.of("m2")));
    }

    private static String firstEvent(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElseThrow();
    }

    private void post(String batch) {
        given().auth()
                .preemptive()
                .basic(key, "")
                .body(batch)
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }

    private RequestSpecification person() {
        return given().header("Authorization", TestTokens.bearer(source.workspace(), "collector"));
    }
}
