package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.Suppressions;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.Identities;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class QuarantineTest {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final String NOBODY =
            "{\"type\":\"track\",\"event\":\"E\",\"messageId\":\"m%d\"}";

    @Inject Broker broker;
    @Inject WriteKeys keys;
    @Inject PlanTable plan;
    @Inject Pool pool;
    @Inject Suppressions suppressions;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.planned(Broker.source(key, true), PlanMode.quarantine);

    @BeforeEach
    void sourceIsKnown() {
        broker.publish(source);
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> keys.source(key).isPresent());
        await().until(() -> person().get("/quarantine/replays").statusCode() == 200);
    }

    @Test
    void whatWasRefusedIsShownWithItsReasonAndFound() {
        post(CollectTest.track("m1"), "{\"type\":\"track\",\"userId\":\"u\"}");
        person().get("/quarantine")
                .then()
                .statusCode(200)
                .body("items.reason", equalTo(List.of("no_event_name", "plan_violation")))
                .body("items[1].name", equalTo("Product Added"))
                .body("items[1].messageId", equalTo("m1"))
                .body("items[1].source", equalTo(source.id().toString()))
                .body("items[1].service", equalTo("collector"))
                .body("items[1].replayable", equalTo(true))
                .body("items[1].replayed", equalTo(false))
                .body("items[1].event.properties.product_id", equalTo("p1"))
                .body("next", nullValue());
        finds("?reason=no_event_name", "no_event_name");
        finds("?name=Product Added", "plan_violation");
        finds("?source=" + source.id() + "&reason=plan_violation", "plan_violation");
        finds("?source=" + UUID.randomUUID());
        finds("?from=" + Instant.now().plusSeconds(3600));
        finds("?to=" + Instant.now().minusSeconds(3600));
        finds("?from=" + Instant.now().minusSeconds(3600), "no_event_name", "plan_violation");
        person().get("/quarantine?after=here").then().statusCode(400);
        person().get("/quarantine?from=yesterday").then().statusCode(400);
    }

    @Test
    void listGoesOnWhereItEnded() {
        post(IntStream.range(0, 450).mapToObj(NOBODY::formatted).toArray(String[]::new));
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = person().get("/quarantine?limit=200" + next).jsonPath();
            found.addAll(page.getList("items.messageId"));
            next = page.get("next") == null ? null : "&after=" + page.getString("next");
        }
        assertEquals(450, new HashSet<>(found).size());
        assertEquals(List.of("m449", "m0"), List.of(found.getFirst(), found.getLast()));
    }

    @Test
    void anotherWorkspaceSeesNothingOfIt() {
        post(CollectTest.track("m1"));
        String id = replay("{}");
        RequestSpecification other =
                given().header("Authorization", TestTokens.bearer("ws-other-" + key, "collector"));
        other.get("/quarantine").then().statusCode(200).body("items", equalTo(List.of()));
        other.get("/quarantine/replays").then().body("items", equalTo(List.of()));
        other.get("/quarantine/replays/" + id).then().statusCode(404);
        person().get("/quarantine/replays/nonsense").then().statusCode(404);
        given().get("/quarantine").then().statusCode(401);
    }

    @Test
    void eventsArriveAfterTheFixOnceHoweverOftenTheyAreReplayed() {
        Instant then = Instant.now().minus(Duration.ofHours(2));
        post(
                CollectTest.track("m1"),
                CollectTest.track("m2").replace("Added", "Lost"),
                "{\"type\":\"track\",\"event\":\"Product Added\",\"userId\":\"u1\",\"timestamp\":\"%s\"}"
                        .formatted(then));
        define("Product Added");

        progress(replay("{\"reason\":\"plan_violation\"}"), 3, 2, 1, 0);
        List<Event> arrived = events();
        assertEquals(
                new HashSet<>(
                        person().get("/quarantine?name=Product Added")
                                .jsonPath()
                                .<String>getList("items.messageId")),
                arrived.stream().map(Event::id).collect(Collectors.toSet()));
        assertEquals(2, arrived.size());
        assertEquals(
                List.of(then.toEpochMilli()),
                arrived.stream()
                        .filter(it -> !it.id().equals("m1"))
                        .map(it -> it.occurredAt().toEpochMilli())
                        .toList());
        progress(replay("{}"), 3, 0, 1, 2);
        assertEquals(2, events().size());
        assertEquals(3, broker.read(Topics.QUARANTINE, Broker.of(source)).size());
        person().get("/quarantine?name=Product Added")
                .then()
                .body("items.replayed", equalTo(List.of(true, true)));
        person().get("/events?verdict=accepted").then().body("items.size()", equalTo(2));
    }

    @Test
    void replayTakesOnlyWhatItWasAskedFor() {
        post(CollectTest.track("m1"), CollectTest.track("m2").replace("Added", "Lost"));
        define("Product Added");
        define("Product Lost");
        progress(replay("{\"name\":\"Product Lost\"}"), 1, 1, 0, 0);
        progress(replay("{\"source\":\"%s\"}".formatted(UUID.randomUUID())), 0, 0, 0, 0);
        progress(replay("{\"to\":\"2020-01-01T00:00:00Z\"}"), 0, 0, 0, 0);
        assertEquals(List.of("m2"), events().stream().map(Event::id).toList());
        person().get("/quarantine/replays").then().body("items.size()", equalTo(3));
        person().contentType(ContentType.JSON)
                .body("{\"from\":\"2020-01-02T00:00:00Z\",\"to\":\"2020-01-01T00:00:00Z\"}")
                .post("/quarantine/replays")
                .then()
                .statusCode(422);
    }

    /** As after a crash: the row says that somebody works at it, and the lease has run out. */
    @Test
    void replayThatItsWorkerLeftGoesOnElsewhere() {
        post(CollectTest.track("m1"));
        define("Product Added");
        UUID id = UUID.randomUUID();
        pool.preparedQuery(
                        """
                        insert into replay (id, workspace, until, state, created_at, created_by, worker, leased_to)
                        values ($1, $2, now(), 'running', now(), 'tester', $3, now() - interval '1 second')
                        """)
                .execute(Tuple.of(id, source.workspace(), UUID.randomUUID()))
                .await()
                .indefinitely();
        progress(id.toString(), 1, 1, 0, 0);
    }

    @Test
    void workspaceHasOneReplayAtATime() {
        pool.preparedQuery(
                        """
                        insert into replay (id, workspace, until, state, created_at, created_by, worker, leased_to)
                        values ($1, $2, now(), 'running', now(), 'tester', $3, now() + interval '1 hour')
                        """)
                .execute(Tuple.of(UUID.randomUUID(), source.workspace(), UUID.randomUUID()))
                .await()
                .indefinitely();
        person().contentType(ContentType.JSON)
                .body("{}")
                .post("/quarantine/replays")
                .then()
                .statusCode(409);
    }

    @Test
    void erasedPersonsEventsStayWhereTheyAre() {
        post(CollectTest.track("m1"));
        define("Product Added");
        broker.suppress(source.workspace(), Identities.USER, "u1");
        await().until(() -> suppressions.in(source.workspace()).has(Identities.USER, "u1"));
        progress(replay("{}"), 1, 0, 1, 0);
        assertEquals(List.of(), events());
    }

    @Test
    void whatNamesSomebodyWhoWasErasedSinceIsNotShown() {
        post(NOBODY.formatted(1).replace("}", ",\"properties\":{\"told\":\"mira\"}}"));
        post(NOBODY.formatted(2));
        await().until(() -> shown().equals(List.of("m2", "m1")));
        broker.suppress(source.workspace(), Identities.USER, "mira");
        await().until(() -> shown().equals(List.of("m2")));
    }

    private List<String> shown() {
        return person().get("/quarantine").jsonPath().getList("items.messageId");
    }

    @Test
    void whatIsTooOldForTriggersByNowIsHistoric() {
        post(
                "{\"type\":\"track\",\"event\":\"Product Added\",\"userId\":\"u1\",\"timestamp\":\"%s\"}"
                        .formatted(Instant.now().minus(Duration.ofDays(4))));
        define("Product Added");
        progress(replay("{}"), 1, 1, 0, 0);
        assertEquals(List.of(true), events().stream().map(Event::historic).toList());
    }

    private void progress(String id, int examined, int replayed, int refused, int skipped) {
        await().until(
                        () ->
                                person().get("/quarantine/replays/" + id)
                                        .jsonPath()
                                        .getString("state")
                                        .equals("done"));
        JsonPath done = person().get("/quarantine/replays/" + id).jsonPath();
        assertEquals(
                List.of(examined, replayed, refused, skipped),
                List.of(
                        done.getInt("examined"),
                        done.getInt("replayed"),
                        done.getInt("refused"),
                        done.getInt("skipped")));
    }

    private String replay(String wish) {
        return person().contentType(ContentType.JSON)
                .body(wish)
                .post("/quarantine/replays")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void finds(String query, String... reasons) {
        person().get("/quarantine" + query)
                .then()
                .statusCode(200)
                .body("items.reason", equalTo(List.of(reasons)));
    }

    private void define(String name) {
        person().contentType(ContentType.JSON)
                .body("{}")
                .put("/plan/events/{name}", name)
                .then()
                .statusCode(200);
        await().until(() -> plan.foresees(source.workspace(), name));
    }

    private List<Event> events() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .map(it -> (Event) EVENTS.read(it.value()))
                .toList();
    }

    private void post(String... events) {
        given().auth()
                .preemptive()
                .basic(key, "")
                .body(CollectTest.batch(events))
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }

    private RequestSpecification person() {
        return given().header("Authorization", TestTokens.bearer(source.workspace(), "collector"));
    }
}
