package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.SeenStore;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.Identities;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class PlanTest {
    private static final String CART =
            "{\"description\":\"Into the cart\",\"schema\":{\"required\":[\"product_id\"],"
                    + "\"properties\":{\"product_id\":{\"type\":\"string\"}}}}";

    @Inject Broker broker;
    @Inject WriteKeys keys;
    @Inject PlanTable plan;
    @Inject Pool pool;
    @Inject SeenStore store;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    @BeforeEach
    void serviceIsReady() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> person().get("/plan/events").statusCode() == 200);
    }

    @Test
    void definitionIsShownAsItWasWritten() {
        put("Product Added", CART)
                .then()
                .statusCode(200)
                .body("name", equalTo("Product Added"))
                .body("planned", equalTo(true))
                .body("description", equalTo("Into the cart"))
                .body("schema.properties.product_id.type", equalTo("string"))
                .body("by", equalTo("tester"))
                .body("volume", equalTo(0))
                .body("sample", nullValue());
        put("Product Added", "{}").then().statusCode(200).body("description", equalTo(""));
        person().get("/plan/events")
                .then()
                .body("items.name", equalTo(List.of("Product Added")))
                .body("items[0].planned", equalTo(true));
        person().delete("/plan/events/Product Added").then().statusCode(204);
        person().get("/plan/events/Product Added").then().statusCode(404);
        person().delete("/plan/events/Product Added").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cart / Dropped", "100 %", "購入 完了", "$identify", "a|b"})
    void eventMayBeCalledAnything(String name) {
        put(name, "{}").then().statusCode(200);
        given().header("Authorization", token())
                .get("/plan/events/{name}", name)
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
    }

    @Test
    void otherWorkspacesPlanIsNotShown() {
        put("Product Added", CART);
        String other = TestTokens.bearer("ws-other-" + key, "collector");
        given().header("Authorization", other)
                .get("/plan/events")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        given().header("Authorization", other)
                .get("/plan/events/Product Added")
                .then()
                .statusCode(404);
        given().header("Authorization", other)
                .delete("/plan/events/Product Added")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"schema\":{\"properties\":{\"a\":{\"type\":\"text\"}}}}; /schema/properties/a/type",
                "{\"schema\":{\"pattern\":\"(((a{99}){99}){99}){99}\"}}; /schema/pattern",
                "{\"schema\":{\"$ref\":\"http://127.0.0.1:1/x\"}}; /schema/$ref",
                "{\"schema\":[]}; /schema"
            })
    void schemaThatCannotBeUsedIsRefusedByItsPlace(String body, String place) {
        put("Product Added", body)
                .then()
                .statusCode(422)
                .body("flaws.path", equalTo(List.of(place)));
        person().get("/plan/events").then().body("items", equalTo(List.of()));
    }

    @Test
    void listGoesOnWhereItEnded() {
        List.of("b", "a", "C").forEach(name -> put(name, "{}"));
        JsonPath first = person().get("/plan/events?limit=2").jsonPath();
        assertEquals(List.of("C", "a"), first.getList("items.name"));
        person().get("/plan/events?limit=2&after={after}", first.getString("next"))
                .then()
                .body("items.name", equalTo(List.of("b")))
                .body("next", nullValue());
        person().get("/plan/events?query=c").then().body("items.name", equalTo(List.of("C")));
    }

    @Test
    void eventThatBreaksThePlanWaitsInQuarantineAndNamesThePlaceAlone() {
        define(PlanMode.quarantine);
        Response answer =
                post(
                        "{\"batch\":[%s,%s,%s]}"
                                .formatted(
                                        CollectTest.track("m1"),
                                        CollectTest.track("m2").replace("\"p1\"", "4711"),
                                        CollectTest.track("m3").replace("Added", "Lost")));
        answer.then()
                .statusCode(200)
                .body("rejected.messageId", equalTo(List.of("m2", "m3")))
                .body("rejected.reason", equalTo(List.of("plan_violation", "plan_violation")))
                .body(
                        "rejected.detail",
                        equalTo(
                                List.of(
                                        "/product_id does not keep to type \"string\"",
                                        "the event is not in the plan")));
        assertEquals(1, broker.read(Topics.EVENTS, Broker.of(source)).size());
        assertEquals(2, broker.read(Topics.QUARANTINE, Broker.of(source)).size());
    }

    @Test
    void sourceThatWarnsTakesTheEventAndShowsWhatIsWrong() {
        define(PlanMode.warn);
        post(CollectTest.batch(CollectTest.track("m1").replace("\"p1\"", "4711")))
                .then()
                .statusCode(200)
                .body("rejected", nullValue());
        post(CollectTest.batch(CollectTest.track("m2")));
        person().get("/events?verdict=warned")
                .then()
                .body("items.messageId", equalTo(List.of("m1")))
                .body("items.verdict", equalTo(List.of("accepted")))
                .body("items[0].warnings.path", equalTo(List.of("/product_id")));
        person().get("/events?verdict=accepted").then().body("items.size()", equalTo(2));
        person().get("/events?verdict=rejected").then().body("items.size()", equalTo(0));
        person().get("/events?source=" + source.id()).then().body("items.size()", equalTo(2));
        person().get("/events?source=" + UUID.randomUUID()).then().body("items.size()", equalTo(0));
        person().get("/events?name=Product Added").then().body("items.size()", equalTo(2));
        person().get("/events?name=Other").then().body("items.size()", equalTo(0));
        person().get("/events?verdict=lost").then().statusCode(400);
        assertEquals(2, broker.read(Topics.EVENTS, Broker.of(source)).size());
    }

    @Test
    void sourceThatAsksForNoPlanTakesEverything() {
        define(PlanMode.allow);
        post(CollectTest.batch(CollectTest.track("m1").replace("\"p1\"", "4711")))
                .then()
                .body("rejected", nullValue());
    }

    @Test
    void definitionThatIsTakenBackHoldsNoMore() {
        define(PlanMode.quarantine);
        person().delete("/plan/events/Product Added").then().statusCode(204);
        await().untilAsserted(
                        () ->
                                post(CollectTest.batch(CollectTest.track("m1")))
                                        .then()
                                        .body(
                                                "rejected[0].detail",
                                                equalTo("the event is not in the plan")));
    }

    @Test
    void whatComesInIsCountedByNameWithASample() {
        define(PlanMode.warn);
        post(
                CollectTest.batch(
                        CollectTest.track("m1"),
                        CollectTest.track("m2").replace("\"p1\"", "4711"),
                        "{\"type\":\"track\",\"event\":\"Product Added\"}",
                        "{\"type\":\"page\",\"userId\":\"u1\",\"name\":\"Home\"}",
                        "{\"type\":\"track\",\"userId\":\"u1\"}"));
        await().untilAsserted(
                        () ->
                                person().get("/plan/events")
                                        .then()
                                        .body(
                                                "items.name",
                                                equalTo(List.of("", "$page", "Product Added"))));
        post(CollectTest.batch(CollectTest.track("m3")));
        await().untilAsserted(
                        () ->
                                person().get("/plan/events/Product Added")
                                        .then()
                                        .body("volume", equalTo(4))
                                        .body("accepted", equalTo(3))
                                        .body("warned", equalTo(1))
                                        .body("rejected", equalTo(1))
                                        .body("sample.messageId", equalTo("m3"))
                                        .body(
                                                "sources.source",
                                                equalTo(List.of(source.id().toString())))
                                        .body("sources[0].accepted", equalTo(3)));
        person().get("/plan/events?query=page").then().body("items[0].planned", equalTo(false));
        person().get("/plan/events?planned=true")
                .then()
                .body("items.name", equalTo(List.of("Product Added")));
        person().get("/plan/events?planned=false")
                .then()
                .body("items.name", equalTo(List.of("", "$page")));
    }

    @Test
    void samplesAreForgottenWithTheirTimeAndNotBefore() {
        Instant limit = Instant.now().truncatedTo(ChronoUnit.DAYS);
        for (String name : List.of("at", "past")) {
            Instant sampled = name.equals("at") ? limit : limit.minusMillis(1);
            pool.preparedQuery(
                            """
                            insert into seen_event (workspace, name, source, first_seen, last_seen, accepted, warned,
                                rejected, sample, sampled_at) values ($1, $2, $3, $4, $4, 1, 0, 0, '{"a":1}', $4)
                            """)
                    .execute(
                            Tuple.of(
                                    source.workspace(),
                                    name,
                                    source.id(),
                                    sampled.atOffset(ZoneOffset.UTC)))
                    .await()
                    .indefinitely();
        }
        store.forgetSamples(limit).await().indefinitely();
        person().get("/plan/events")
                .then()
                .body("items.name", equalTo(List.of("at", "past")))
                .body("items[0].sample.a", equalTo(1))
                .body("items[1].sample", nullValue())
                .body("items[1].accepted", equalTo(1));
    }

    @Test
    void sampleOfSomebodyWhoWasErasedSinceIsNotShown() {
        define(PlanMode.allow);
        post(CollectTest.batch(CollectTest.track("m1")));
        String names = "/plan/events/Product Added";
        await().until(() -> person().get(names).jsonPath().get("sample.messageId") != null);
        broker.suppress(source.workspace(), Identities.USER, "u1");
        await().untilAsserted(
                        () ->
                                person().get(names)
                                        .then()
                                        .body("accepted", equalTo(1))
                                        .body("sample", nullValue())
                                        .body("sources[0].sample", nullValue()));
    }

    @Test
    void namesBeyondTenThousandAreCountedTogether() {
        pool.preparedQuery(
                        """
                        insert into seen_event (workspace, name, source, first_seen, last_seen, accepted, warned, rejected)
                        select $1, 'n' || n, $2, now(), now(), 1, 0, 0 from generate_series(1, 9999) n
                        """)
                .execute(Tuple.of(source.workspace(), source.id()))
                .await()
                .indefinitely();
        define(PlanMode.allow);
        post(
                CollectTest.batch(
                        CollectTest.track("m1"), CollectTest.track("m2").replace("Added", "Lost")));
        await().untilAsserted(
                        () ->
                                person().get("/plan/events?query=product")
                                        .then()
                                        .body("items.accepted", equalTo(List.of(1))));
        person().get("/plan/events/$other").then().body("accepted", equalTo(1));
    }

    @Test
    void documentNamesTheRoutes() {
        given().get("/q/openapi?format=json")
                .then()
                .body("paths.'/plan/events/{name}'.put", notNullValue())
                .body("paths.'/quarantine/replays/{id}'.get", notNullValue());
    }

    /** Defines one event, and waits until the source knows what to do with what is not that. */
    private void define(PlanMode mode) {
        put("Product Added", CART).then().statusCode(200);
        Source planned = Broker.planned(source, mode);
        broker.publish(planned);
        await().until(() -> keys.source(key).filter(it -> it.rules().plan() == mode).isPresent());
        await().until(() -> plan.foresees(source.workspace(), "Product Added"));
    }

    private Response put(String name, String body) {
        return person().contentType(ContentType.JSON).body(body).put("/plan/events/{name}", name);
    }

    private Response post(String batch) {
        return given().auth().preemptive().basic(key, "").body(batch).post("/v1/batch");
    }

    private String token() {
        return TestTokens.bearer(source.workspace(), "collector");
    }

    private RequestSpecification person() {
        return given().header("Authorization", token());
    }
}
