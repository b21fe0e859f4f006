package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.chaos.Chaos;
import io.itinera.loadtests.chaos.ChaosResult;
import io.itinera.loadtests.measure.HttpLoad;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole mesh, as it runs for a person: real services, real servers, killed and stopped for
 * real.
 */
@ExtendWith(OneMesh.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class MeshIT {
    /** The same as the kill scenarios': the journeys are published once. */
    private static final Duration WAIT = Duration.ofSeconds(8);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE = 30;
    private static final int BUYERS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpLoad load = new HttpLoad(2);
    private Mesh mesh;
    private Target target;
    private Customers customers;

    @BeforeAll
    void publishJourneys(Mesh shared) throws IOException {
        mesh = shared;
        target = mesh.target();
        customers = new Customers(target, load);
        customers.publishJourneys(WAIT);
    }

    @AfterAll
    void closeConnections() {
        load.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journeys-kill", "messaging-kill"})
    void nobodyIsMissedWhenAServiceIsKilled(String scenario)
            throws IOException, InterruptedException {
        Chaos chaos =
                Chaos.ALL.stream()
                        .filter(one -> one.name().equals(scenario))
                        .findFirst()
                        .orElseThrow();
        ChaosResult result = chaos.run(target, 1, 11);
        assertTrue(result.kept(), result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmentation", "journeys"})
    void stoppedServiceHoldsEveryMessageBackAndLosesNone(String service)
            throws IOException, InterruptedException {
        List<String> people = people("stop-" + service);
        List<String> buyers = people.subList(0, BUYERS);
        List<String> droppers = people.subList(BUYERS, PEOPLE);
        customers.dropCarts(people);
        mesh.launcher("stop", service);
        customers.buy(buyers);
        Duration pastTheWait = WAIT.plusSeconds(4);
        Awaitility.await()
                .atMost(pastTheWait.plusSeconds(10))
                .during(pastTheWait)
                .until(() -> customers.mails(people).values().stream().allMatch(List::isEmpty));

        mesh.launcher("start", service);
        awaitOneMailEach(droppers);
        assertTrue(customers.mails(buyers).values().stream().allMatch(List::isEmpty));
    }

    @Test
    void goodEventsAroundBadOnesArrive() throws IOException, InterruptedException {
        String person = "among-bad-ones";
        String batch =
                """
                {"batch": [
                  {"type": "identify", "userId": "%1$s", "messageId": "%1$s-1",
                   "traits": {"email": "%1$s@bench.example", "consent": {"email": true}}},
                  {"type": "track", "event": "Signed Up", "messageId": "%1$s-2"},
                  {"type": "track", "event": "Signed Up", "userId": "%1$s", "messageId": "%1$s-3",
                   "properties": {"note": "%2$s"}},
                  {"type": "track", "event": "Signed Up", "userId": "%1$s", "messageId": "%1$s-4"}
                ]}
                """
                        .formatted(person, "x".repeat(40 * 1024));
        HttpResponse<String> answer = post("/v1/batch", target.authorization(), batch);
        assertEquals(200, answer.statusCode());
        JsonNode rejected = new ObjectMapper().readTree(answer.body()).path("rejected");
        assertEquals(
                List.of(1, 2),
                IntStream.range(0, rejected.size())
                        .mapToObj(i -> rejected.get(i).path("index").asInt())
                        .toList());
        awaitOneMailEach(List.of(person));
    }

    @Test
    void whatIsNoJsonAndWhatHasNoKeyIsRefused() throws IOException, InterruptedException {
        assertEquals(400, post("/v1/track", target.authorization(), "{\"userId\":").statusCode());
        assertEquals(401, post("/v1/track", "Basic bm9uZTo=", "{\"userId\":\"a\"}").statusCode());
    }

    @Test
    void servicesRefuseWhatHasNoInternalToken() throws IOException, InterruptedException {
        Map<String, String> paths =
                Map.of(
                        "collector", "/events",
                        "segmentation", "/customers",
                        "journeys", "/journeys",
                        "messaging", "/deliveries",
                        "insights", "/insights/events");
        for (Map.Entry<String, String> path : paths.entrySet()) {
            URI uri =
                    URI.create(
                            target.coordinates().services().get(path.getKey()) + path.getValue());
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            assertEquals(
                    401,
                    http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode(),
                    path::toString);
        }
    }

    private void awaitOneMailEach(List<String> people) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(3))
                .until(
                        () ->
                                customers.mails(people).values().stream()
                                        .allMatch(mails -> mails.size() == 1));
    }

    private static List<String> people(String run) {
        return IntStream.range(0, PEOPLE).mapToObj(number -> run + "-" + number).toList();
    }

    private HttpResponse<String> post(String path, String authorization, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(target.collector(path))
                        .header("authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
