package io.itinera.insights;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka"))
class InsightsTest {
    private static final JsonCodec<ActivityRecord> ACTIVITY = JsonCodec.of(ActivityRecord.class);
    private static final JsonCodec<Transition> TRANSITIONS = JsonCodec.of(Transition.class);
    private static final JsonCodec<JourneysRecord> JOURNEYS = JsonCodec.of(JourneysRecord.class);

    @Inject Config config;
    @Inject TopicNames names;

    @TestHTTPResource("/insights/journeys/")
    URI journeys;

    private Story story;

    @BeforeEach
    void begin() {
        story = new Story(config, names);
    }

    @Test
    void funnelAndItsPeopleComeFromActivity() {
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("1", "Product Added", 0)));
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("2", "Order Completed", 60)));
        awaitEvents(2);
        String question =
                """
                {"steps": [{"event": "Product Added"},
                           {"event": "Order Completed", "where": {"property": {"name": "total", "test": {"moreThan": 5}}}}],
                 "within": "P7D", "from": "2026-03-01T00:00:00Z", "to": "2026-03-02T00:00:00Z"}""";
        ask(question)
                .post("/insights/funnel")
                .then()
                .statusCode(200)
                .body("steps.people", equalTo(List.of(1, 1)))
                .body("steps[1].medianFromPreviousMs", equalTo(60_000f))
                .body("steps[1].ofPrevious.rate", equalTo(1f))
                .body("dropped", equalTo(List.of(0)));
        ask("{\"funnel\": %s, \"step\": 2}".formatted(question))
                .post("/insights/people")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of(story.customer.toString())));
        ask("{\"from\": \"2026-03-01T00:00:00Z\", \"to\": \"2026-03-02T00:00:00Z\"}")
                .post("/insights/paths")
                .then()
                .statusCode(200)
                .body("links.source", equalTo(List.of("1:Product Added")))
                .body("links.target", equalTo(List.of("2:Order Completed")))
                .body("nodes.find { it.step == 2 }.ended", equalTo(1));
    }

    @Test
    void redeliveryAndTicksChangeNothingAndPoisonGoesToQuarantine() {
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("1", "Product Added", 0)));
        story.send(Topics.ACTIVITY, "{\"kind\": \"activity\"".getBytes(UTF_8));
        story.send(Topics.ACTIVITY, ACTIVITY.write(new ActivityTick(Story.NOON, Map.of())));
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("1", "Product Added", 0)));
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("2", "Product Removed", 0)));
        awaitEvents(2);
        person().get("/insights/events")
                .then()
                .body("items.events", equalTo(List.of(1, 1)))
                .body("items.name", hasItem("Product Added"));
        assertTrue(story.quarantined().contains("\"reason\":\"not_json\""));
    }

    @Test
    void journeyIsShownAsItHappensAndWhyIsTold() throws IOException, InterruptedException {
        for (Transition transition :
                List.of(
                        story.step("1", TransitionKind.entered, null, null),
                        story.step("2", TransitionKind.arrived, "wait", null))) {
            story.send(Topics.TRANSITIONS, TRANSITIONS.write(transition));
        }
        JourneyPlan plan =
                new JourneyPlan(
                        "Cart drop",
                        null,
                        Map.of(),
                        List.of(),
                        List.of(),
                        null,
                        Map.of(),
                        Map.of(),
                        Map.of());
        story.send(
                Topics.JOURNEYS,
                JOURNEYS.write(
                        new JourneyDefinition(
                                story.journey, 1, story.workspace, Story.NOON, plan, Map.of())));
        await().until(
                        () -> person().get("/insights/journeys").jsonPath().getList("items.name"),
                        hasItem("Cart drop"));
        await().until(() -> waiting() == 1);

        person().get("/insights/journeys")
                .then()
                .body("items[0].entered", equalTo(1))
                .body("items[0].inside", equalTo(1));
        ask("{\"journey\": \"%s\", \"node\": \"wait\"}".formatted(story.journey))
                .post("/insights/people")
                .then()
                .body("items", equalTo(List.of(story.customer.toString())));
        HttpRequest stream =
                HttpRequest.newBuilder(journeys.resolve(story.journey + "/stream"))
                        .header("Authorization", TestTokens.bearer(story.workspace, "insights"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response =
                    client.send(stream, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
                readUntil(lines, "\"waiting\":1");
                story.send(
                        Topics.TRANSITIONS,
                        TRANSITIONS.write(
                                story.step("3", TransitionKind.ended, "wait", "exit:bought")));
                readUntil(lines, "\"left\":1");
            }
            client.shutdownNow();
        }
        person().get("/insights/why?customer={c}&journey={j}", story.customer, story.journey)
                .then()
                .body("items.kind", equalTo(List.of("entered", "arrived", "ended")))
                .body("items[2].reason", equalTo("exit:bought"));
    }

    @Test
    void topicMadeAnewWhileItIsReadIsReadOn() throws ExecutionException, InterruptedException {
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("1", "Product Added", 0)));
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("2", "Product Removed", 1)));
        awaitEvents(2);
        try (Admin admin = Admin.create(KafkaSettings.of(config))) {
            admin.deleteTopics(Set.of(names.of(Topics.ACTIVITY))).all().get();
            new TopicCreator(admin, names, (short) 1).create(TopicSpecs.all());
        }
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("1", "Product Added", 0)));
        story.send(Topics.ACTIVITY, ACTIVITY.write(story.did("3", "Order Completed", 2)));
        awaitEvents(3);
        person().get("/insights/events").then().body("items.events", equalTo(List.of(1, 1, 1)));
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        ask("{\"steps\": [], \"within\": \"P7D\", \"from\": \"2026-03-01T00:00:00Z\", \"to\": \"2026-03-02T00:00:00Z\"}")
                .post("/insights/funnel")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        ask("{\"steps\": [{\"event\": \"E\", \"where\": {\"trait\": {\"name\": \"a\", \"test\": {\"exists\": true}}}}], \"within\": \"P7D\", \"from\": \"2026-03-01T00:00:00Z\", \"to\": \"2026-03-02T00:00:00Z\"}")
                .post("/insights/funnel")
                .then()
                .statusCode(422);
        ask("{}").post("/insights/people").then().statusCode(400);
        person().get("/insights/why").then().statusCode(400);
        given().get("/insights/events").then().statusCode(401);
    }

    @Test
    void otherWorkspacesSeeNothing() {
        story.send(
                Topics.TRANSITIONS,
                TRANSITIONS.write(story.step("1", TransitionKind.arrived, "wait", null)));
        await().until(() -> waiting() == 1);
        given().header("Authorization", TestTokens.bearer("ws-other", "insights"))
                .get("/insights/journeys/{id}", story.journey)
                .then()
                .statusCode(200)
                .body("nodes", equalTo(Map.of()));
    }

    private static void readUntil(BufferedReader lines, String text) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.contains(text)) {
            line = lines.readLine();
        }
        assertTrue(line != null, text);
    }

    private int waiting() {
        Integer waiting =
                person().get("/insights/journeys/{id}", story.journey)
                        .jsonPath()
                        .get("nodes.wait.waiting");
        return waiting == null ? 0 : waiting;
    }

    private void awaitEvents(int count) {
        await().until(
                        () ->
                                person().get("/insights/events").jsonPath().getList("items").size()
                                        == count);
    }

    private RequestSpecification person() {
        return given().header("Authorization", TestTokens.bearer(story.workspace, "insights"));
    }

    private RequestSpecification ask(String question) {
        return person().contentType(ContentType.JSON).body(question);
    }
}
