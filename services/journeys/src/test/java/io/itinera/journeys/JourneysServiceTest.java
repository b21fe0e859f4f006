package io.itinera.journeys;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.kit.testing.TestTokens;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.kit.trace.Traces;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service between real Kafka and real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
final class JourneysServiceTest {
    private static final String TEMPLATE = "0197a000-0000-7000-8000-000000000001";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger MINUTES = new AtomicInteger(1);

    @Inject TopicNames names;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** Every test has a time of its own: on a partition it only goes forward. */
    private final Instant start =
            Instant.now()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plus(MINUTES.getAndAdd(2), ChronoUnit.MINUTES);

    private final String workspace = Broker.workspace();
    private Broker broker;

    @BeforeEach
    void watch() {
        broker =
                new Broker(
                        bootstrapServers,
                        names,
                        List.of(
                                Topics.MESSAGES,
                                Topics.TRANSITIONS,
                                Topics.JOURNEYS,
                                Topics.QUARANTINE));
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void droppedCartBecomesOneMessageInTheTraceThatBegan() {
        publishCartDrop("PT30S");
        Happenings customer = Happenings.of(workspace, UUID.randomUUID());
        broker.activity(customer.event("e1", start, "Product Added", cart()), TRACE);
        broker.tick(start.plusSeconds(31));
        await().atMost(PATIENCE).until(() -> messages().size() == 1);
        Send send = (Send) messages().getFirst();
        assertEquals(Map.of("cart", List.of(cart())), send.collections());
        assertEquals(start.plusSeconds(30), send.requestedAt());
        var record = broker.records(Topics.MESSAGES, workspace).getFirst();
        assertEquals(TRACE, Traces.read(record.headers()).orElseThrow());
    }

    @Test
    void buyerIsSentNothingAndTheReasonIsTold() {
        publishCartDrop("PT30S");
        Happenings buyer = Happenings.of(workspace, UUID.randomUUID());
        Happenings other = Happenings.of(workspace, UUID.randomUUID());
        broker.activity(buyer.event("e1", start, "Product Added", cart()), null);
        broker.activity(buyer.event("e2", start.plusSeconds(9), "Order Completed", cart()), null);
        broker.activity(other.event("e3", start, "Product Added", cart()), null);
        broker.tick(start.plusSeconds(31));
        await().atMost(PATIENCE).until(() -> messages().size() == 1);
        assertEquals(other.customer(), messages().getFirst().customer());
        assertEquals(
                List.of("exit:ordered"),
                transitions().stream()
                        .filter(told -> told.customer().equals(buyer.customer()))
                        .filter(told -> told.kind() == TransitionKind.ended)
                        .map(Transition::reason)
                        .toList());
    }

    @Test
    void poisonGoesToQuarantineAndTheStreamGoesOn() {
        publishCartDrop("PT30S");
        Happenings customer = Happenings.of(workspace, UUID.randomUUID());
        String key = Keys.customer(workspace, customer.customer());
        broker.send(key, "{broken".getBytes(StandardCharsets.UTF_8), start, null);
        broker.activity(customer.event("e1", start, "Product Added", cart()), null);
        await().atMost(PATIENCE).until(() -> !transitions().isEmpty());
        List<Quarantined> aside = broker.read(Topics.QUARANTINE, workspace, Quarantined.class);
        assertEquals(List.of("not_json"), aside.stream().map(Quarantined::reason).toList());
        assertEquals(TransitionKind.entered, transitions().getFirst().kind());
    }

    @Test
    void fiftyWhoWaitFinishTheirVersionWhileNewcomersTakeTheNext() {
        String journey = publishCartDrop("PT30S");
        for (int i = 0; i < 50; i++) {
            Happenings customer = Happenings.of(workspace, UUID.randomUUID());
            broker.activity(customer.event("e" + i, start, "Product Added", cart()), null);
        }
        await().atMost(PATIENCE).until(() -> entered(1) == 50);
        asking().post("/journeys/" + journey + "/publish").then().body("version", equalTo(2));
        awaitPublished(4);
        Happenings newcomer = Happenings.of(workspace, UUID.randomUUID());
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            broker.activity(
                                    newcomer.event("n", start, "Product Added", cart()), null);
                            return entered(2) == 1;
                        });
        broker.tick(start.plusSeconds(90));
        await().atMost(PATIENCE).until(() -> messages().size() == 51);
        assertEquals(
                50,
                messages().stream()
                        .map(Send.class::cast)
                        .filter(send -> send.cause().version() == 1)
                        .count());
    }

    @Test
    void liveRunIsShownWhereItWaits() {
        String journey = publishCartDrop("PT30S");
        Happenings customer = Happenings.of(workspace, UUID.randomUUID());
        broker.activity(customer.event("e1", start, "Product Added", cart()), null);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                asking().queryParam("customer", customer.customer())
                                        .get("/enrollments")
                                        .then()
                                        .statusCode(200)
                                        .body("items", hasSize(1))
                                        .body("items[0].journey", equalTo(journey))
                                        .body("items[0].node", equalTo("wait"))
                                        .body("items[0].key", equalTo("c1")));
    }

    @Test
    void recipeBecomesAJourneyThatIsEditedAndPublished() {
        String journey = begin("P3D");
        asking().get("/journeys/" + journey + "?locale=ja")
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("revision", equalTo(1))
                .body("flaws", hasSize(0))
                .body("draft.nodes.wait.duration", equalTo("PT72H"))
                .body("words.wait", startsWith("最新のイベントから3日"));
        asking().post("/journeys/" + journey + "/publish").then().body("version", equalTo(1));
        asking().get("/journeys")
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("live"))
                .body("items[0].unpublishedChanges", equalTo(false));
        asking().get("/journeys/" + journey + "/versions/1")
                .then()
                .statusCode(200)
                .body("definition.plan.start", equalTo("wait"))
                .body("by", equalTo("tester"));
        awaitPublished(2);
    }

    @Test
    void editOfAnOldRevisionIsRefused() {
        String journey = begin("P3D");
        String edit =
                """
                {"revision": %d, "plan": {"name": "Bare", "start": "gone", "nodes": {}}}
                """;
        asking().body(edit.formatted(1))
                .put("/journeys/" + journey + "/draft")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("flaws.code", equalTo(List.of("entry_missing", "node_unknown")));
        asking().body(edit.formatted(1))
                .put("/journeys/" + journey + "/draft")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        asking().post("/journeys/" + journey + "/publish")
                .then()
                .statusCode(422)
                .body("flaws[0].path", equalTo("/entry"));
    }

    @Test
    void journeyIsClosedOpenedAndEndedForGood() {
        String journey = publishCartDrop("P3D");
        String path = "/journeys/" + journey;
        asking().post(path + "/close").then().statusCode(200).body("state", equalTo("closed"));
        asking().post(path + "/open").then().statusCode(200).body("state", equalTo("live"));
        asking().post(path + "/end").then().statusCode(200).body("state", equalTo("ended"));
        asking().post(path + "/open").then().statusCode(409);
        asking().post(path + "/publish").then().statusCode(409);
    }

    @Test
    void recipesSpeakTheReadersLanguage() {
        asking().get("/recipes?locale=zh-TW")
                .then()
                .statusCode(200)
                .body("items[0].key", equalTo("cart-drop"))
                .body("items[0].title", equalTo("購物車未結帳"))
                .body("items[0].parameters.find { it.name == 'wait' }.default", equalTo("P3D"));
        asking().body(Map.of("parameters", Map.of("wait", "soon")))
                .post("/recipes/cart-drop")
                .then()
                .statusCode(422)
                .body("flaws.path", equalTo(List.of("/parameters/template", "/parameters/wait")));
        asking().body(Map.of("parameters", Map.of())).post("/recipes/none").then().statusCode(404);
    }

    @Test
    void whatIsAnotherWorkspacesIsNotThere() {
        String journey = begin("P3D");
        RequestSpecification stranger =
                given().header("Authorization", TestTokens.bearer("other", "journeys"));
        stranger.get("/journeys/" + journey).then().statusCode(404);
        given().get("/journeys").then().statusCode(401);
    }

    @Test
    void serviceSaysHowItIs() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(notNullValue());
    }

    private String begin(String wait) {
        return asking().body(Map.of("parameters", Map.of("wait", wait, "template", TEMPLATE)))
                .post("/recipes/cart-drop")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String publishCartDrop(String wait) {
        String journey = begin(wait);
        asking().post("/journeys/" + journey + "/publish").then().statusCode(200);
        awaitPublished(2);
        return journey;
    }

    /** Versions and heads stand in every partition before a customer does anything. */
    private void awaitPublished(int records) {
        int partitions = TopicSpecs.of(Topics.JOURNEYS).partitions();
        await().atMost(PATIENCE)
                .until(
                        () ->
                                broker.read(Topics.JOURNEYS, workspace, JourneysRecord.class).size()
                                        == records * partitions);
    }

    private RequestSpecification asking() {
        return given().header("Authorization", TestTokens.bearer(workspace, "journeys"))
                .contentType(ContentType.JSON);
    }

    private List<MessageCommand> messages() {
        return broker.read(Topics.MESSAGES, workspace, MessageCommand.class);
    }

    private List<Transition> transitions() {
        return broker.read(Topics.TRANSITIONS, workspace, Transition.class);
    }

    private long entered(int version) {
        return transitions().stream()
                .filter(told -> told.kind() == TransitionKind.entered)
                .filter(told -> told.version() == version)
                .count();
    }

    private static Map<String, Object> cart() {
        return Map.of("cart_id", "c1", "product_id", "p1");
    }
}
