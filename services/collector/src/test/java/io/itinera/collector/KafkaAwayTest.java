package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.lag.LagReports;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A broker of its own, because it is killed; and no database at all, because none is needed. */
@QuarkusTest
@TestProfile(KafkaAwayTest.OwnBroker.class)
class KafkaAwayTest {
    private static final int REQUESTS = 200;

    /** Of each request. */
    private static final int OF_EACH = 2;

    private static final String KEY = "key";
    private static final String LIMITED = "limited-key";
    private static final IntakeRules ONE_IN_A_SECOND =
            new IntakeRules(List.of(), 1, Keep.none, Keep.full, PlanMode.allow, false);
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject LagReports reports;

    @TestHTTPResource("/v1/batch")
    URI batches;

    /** The ids of the events of every request that was answered 200. */
    private final Set<String> taken = new TreeSet<>();

    /** Little room and little patience, so that both are used up soon. */
    public static final class OwnBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "itinera.collector.ack-timeout", "3s",
                    "itinera.collector.max-buffered", "1M",
                    "itinera.collector.max-in-flight", "4M",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/away",
                    "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:1/away",
                    "quarkus.datasource.username", "nobody",
                    "quarkus.datasource.password", "none");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(MortalBroker.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void whatNeedsTheDatabaseSaysThatItIsAway() {
        given().header("Authorization", TestTokens.bearer("ws", "collector"))
                .get("/plan/events")
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("[1-9]\\d*"));
    }

    @Test
    void requestsThatKafkaDidNotTakeUseUpNothingOfASourcesRate() {
        Source source = Broker.source(LIMITED, true);
        broker.publish(Broker.ruled(source, ONE_IN_A_SECOND));
        await().until(() -> collector.isKnown(LIMITED));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);

        MortalBroker.kill();
        List<Integer> away = Stream.generate(this::twenty).limit(3).toList();
        MortalBroker.revive();

        assertEquals(List.of(503, 503, 503), away);
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> twenty() == 200);
    }

    /** Half of the room is one source's: a body of a few KB can fill it. */
    @Test
    void eventsOfASmallBodyNeedTheirRoomToo() {
        broker.publish(Broker.source(KEY, true));
        await().until(() -> collector.isKnown(KEY));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        assertEquals(List.of(200, 429), List.of(ones(1_000), ones(3_000)));
    }

    private static int ones(int events) {
        String list = String.join(",", Collections.nCopies(events, "1"));
        return given().auth()
                .preemptive()
                .basic(KEY, "")
                .body("{\"batch\":[" + list + "]}")
                .post("/v1/batch")
                .statusCode();
    }

    /** What twenty events at once are answered. */
    private int twenty() {
        String[] events = Collections.nCopies(20, CollectTest.track("m")).toArray(String[]::new);
        return given().auth()
                .preemptive()
                .basic(LIMITED, "")
                .body(CollectTest.batch(events))
                .post("/v1/batch")
                .statusCode();
    }

    @Test
    void clientsAreToldToComeBackAndWhatWasAcceptedIsThereWhenKafkaIs() throws Exception {
        Source source = Broker.source(KEY, true);
        broker.publish(source);
        await().until(() -> collector.isKnown(KEY));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        Set<Integer> before = statuses(1);

        MortalBroker.kill();
        Set<Integer> away = statuses(REQUESTS);
        given().auth()
                .preemptive()
                .basic(KEY, "")
                .body(CollectTest.track("late"))
                .post("/v1/track")
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("[1-9]\\d*"));
        reports.tellAll();
        declare(source).then().statusCode(503).header("Retry-After", matchesPattern("[1-9]\\d*"));
        MortalBroker.revive();
        await().until(() -> statuses(1).equals(Set.of(200)));
        await().until(() -> declare(source).statusCode() == 200);
        reports.tellAll();

        assertEquals(Set.of(200), before);
        assertTrue(Set.of(429, 503).containsAll(away), away.toString());
        List<EventsRecord> arrived =
                broker.read(Topics.EVENTS, Broker.of(source)).stream()
                        .map(it -> EVENTS.read(it.value()))
                        .toList();
        List<String> ids =
                arrived.stream()
                        .filter(Event.class::isInstance)
                        .map(it -> ((Event) it).id())
                        .toList();
        assertTrue(taken.size() >= 2 * OF_EACH, taken.toString());
        assertTrue(ids.containsAll(taken), () -> taken + " were taken, there are " + ids);
        assertTrue(
                arrived.stream()
                        .filter(LagReport.class::isInstance)
                        .anyMatch(it -> ((LagReport) it).completeUpTo() == null));
    }

    private static Response declare(Source source) {
        return given().header("Authorization", TestTokens.bearer(source.workspace(), "collector"))
                .contentType("application/json")
                .body(Map.of("completeUpTo", "2026-03-01T00:00:00Z"))
                .post("/feeds/" + source.id() + "/complete-up-to");
    }

    /** What so many requests of 64 KB at once are answered; far more than there is room for. */
    private Set<Integer> statuses(int requests) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Map<List<String>, CompletableFuture<HttpResponse<Void>>> answers = new HashMap<>();
            for (int n = 0; n < requests; n++) {
                List<String> ids =
                        Stream.generate(() -> UUID.randomUUID().toString()).limit(OF_EACH).toList();
                answers.put(
                        ids,
                        client.sendAsync(request(ids), HttpResponse.BodyHandlers.discarding()));
            }
            Set<Integer> statuses = new TreeSet<>();
            answers.forEach(
                    (ids, answer) -> {
                        int status = answer.join().statusCode();
                        statuses.add(status);
                        taken.addAll(status == 200 ? ids : List.of());
                    });
            return statuses;
        }
    }

    private HttpRequest request(List<String> ids) {
        String filler = "x".repeat(30_000);
        String[] events =
                ids.stream()
                        .map(id -> CollectTest.track(id).replace("p1", filler))
                        .toArray(String[]::new);
        String basic = Base64.getEncoder().encodeToString((KEY + ":").getBytes(UTF_8));
        return HttpRequest.newBuilder(batches)
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(CollectTest.batch(events)))
                .build();
    }
}
