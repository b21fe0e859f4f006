package io.itinera.segmentation.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.segmentation.Owner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class RoutesTest {
    private static final Condition BOUGHT =
            new Condition.Performed("Bought", Times.ONCE, null, null);
    private static final String NONSENSE =
            "{\"performed\":{\"event\":\"\",\"times\":{\"atLeast\":1}}}";

    private final Owner owner = new Owner(UUID.randomUUID().toString());

    private final Owner stranger = new Owner(UUID.randomUUID().toString());

    /** Reads of state are answered once the streams have found their partitions. */
    @BeforeEach
    void awaitStreams() {
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void draftIsShownWithItsWordsAndNothingComputed() {
        String id = owner.draft("Buyers", BOUGHT);
        owner.ask()
                .get("/segments/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Buyers"))
                .body("words", containsString("Bought"))
                .body("state", equalTo("draft"))
                .body("version", equalTo(0))
                .body("members", equalTo(0))
                .body("partitions", equalTo(8));
    }

    @Test
    void editChangesTheDraftAndLeavesThePublishedVersion() {
        String id = owner.publish("Buyers", BOUGHT);
        owner.ask()
                .contentType(ContentType.JSON)
                .body(Owner.body("Shoppers", new Condition.Not(BOUGHT)))
                .put("/segments/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Shoppers"))
                .body("version", equalTo(1));
    }

    @Test
    void eachPublishIsTheNextVersion() {
        String id = owner.publish("Buyers", BOUGHT);
        owner.ask()
                .post("/segments/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void archivedSegmentTakesNoChange() {
        String id = owner.draft("Buyers", BOUGHT);
        owner.ask().delete("/segments/" + id).then().statusCode(204);
        owner.ask()
                .post("/segments/" + id + "/publish")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void listGoesOnBehindItsCursor() {
        String first = owner.draft("One", BOUGHT);
        String second = owner.draft("Two", BOUGHT);
        String next =
                owner.ask()
                        .get("/segments?limit=1")
                        .then()
                        .body("items.id", contains(first))
                        .extract()
                        .path("next");
        owner.ask()
                .get("/segments?limit=1&after=" + next)
                .then()
                .body("items.id", contains(second));
    }

    @Test
    void pageBeyondTheLimitIsRefused() {
        owner.ask().get("/segments?limit=200").then().statusCode(200);
        owner.ask().get("/segments?limit=201").then().statusCode(400);
    }

    @Test
    void conditionThatMakesNoSenseIsRefusedWithItsPlace() {
        owner.ask()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"x\",\"condition\":" + NONSENSE + "}")
                .post("/segments")
                .then()
                .statusCode(422)
                .body("flaws.path", hasItem("/condition/performed/event"));
    }

    @Test
    void segmentThatMentionsItselfByAnotherIsRefusedWithTheCircle() {
        String buyers = owner.publish("Buyers", BOUGHT);
        String others = owner.publish("Others", new Condition.Not(new Condition.Segment(buyers)));
        owner.ask()
                .contentType(ContentType.JSON)
                .body(Owner.body("Buyers", new Condition.Segment(others)))
                .put("/segments/" + buyers)
                .then()
                .statusCode(200);
        owner.ask()
                .post("/segments/" + buyers + "/publish")
                .then()
                .statusCode(422)
                .body(
                        "flaws.message",
                        contains(
                                "a segment cannot mention itself, not even by others: "
                                        + String.join(" → ", buyers, others, buyers)));
    }

    @Test
    void segmentThatMentionsADraftIsRefused() {
        String draft = owner.draft("Buyers", BOUGHT);
        String mentioning = owner.draft("Mentioning", new Condition.Segment(draft));
        owner.ask()
                .post("/segments/" + mentioning + "/publish")
                .then()
                .statusCode(422)
                .body("flaws.message", contains("no segment " + draft + " is published"));
    }

    @Test
    void whatIsNotKnownIsRefusedInWords() {
        Condition trigger =
                new Condition.Trigger("plan", new io.itinera.contracts.condition.Test.Exists(true));
        owner.ask()
                .contentType(ContentType.JSON)
                .body(Owner.body("On a plan", trigger))
                .post("/segments")
                .then()
                .statusCode(422)
                .body("flaws.path", contains("/condition/trigger"))
                .body("flaws.message", contains("there is no trigger to ask about"));
    }

    @Test
    void nameBeyondTheLimitIsRefused() {
        owner.draft("n".repeat(SegmentRequest.MAX_NAME), BOUGHT);
        owner.ask()
                .contentType(ContentType.JSON)
                .body(Owner.body("n".repeat(SegmentRequest.MAX_NAME + 1), BOUGHT))
                .post("/segments")
                .then()
                .statusCode(422)
                .body("flaws.path", contains("/name"));
    }

    @Test
    void whoIsUnknownIsNotFound() {
        UUID nobody = UUID.randomUUID();
        owner.ask().get("/customers/" + nobody).then().statusCode(404);
        owner.ask().get("/customers/" + nobody + "/timeline").then().statusCode(404);
        owner.ask().get("/customers?query=nobody").then().body("items", empty());
    }

    @Test
    void emptySegmentsFileHasItsHeadOnly() {
        String id = owner.publish("Buyers", BOUGHT);
        owner.ask()
                .get("/segments/" + id + "/export?traits=plan")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("segment-" + id + ".csv"))
                .body(equalTo("customer,since,cause,userId,email,name,plan\r\n"));
        owner.ask()
                .get("/segments/" + id + "/export?format=ndjson")
                .then()
                .statusCode(200)
                .body(equalTo(""));
    }

    @Test
    void fileWhosePartNobodyHasIsRefusedInsteadOfCutShort() {
        String id = owner.publish("Buyers", BOUGHT);
        owner.ask()
                .header("X-Itinera-Passed", "1")
                .header("X-Itinera-Partitions", "0,99")
                .get("/segments/" + id + "/export")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }

    @Test
    void segmentThatIsMentionedIsSaidByItsName() {
        String buyers = owner.publish("Buyers", BOUGHT);
        String others = owner.draft("Others", new Condition.Not(new Condition.Segment(buyers)));
        owner.ask()
                .get("/segments/" + others)
                .then()
                .body("words", equalTo("is not in segment “Buyers”"));
    }

    @Test
    void timelineParameterThatIsNoMomentIsRefused() {
        owner.ask()
                .get("/customers/" + UUID.randomUUID() + "/timeline?before=yesterday")
                .then()
                .statusCode(400);
    }

    @Test
    void anotherWorkspacesSegmentIsNotThere() {
        String id = owner.publish("Buyers", BOUGHT);
        stranger.ask().get("/segments/" + id).then().statusCode(404);
        stranger.ask().get("/segments/" + id + "/members").then().statusCode(404);
        stranger.ask().post("/segments/" + id + "/publish").then().statusCode(404);
        stranger.ask().delete("/segments/" + id).then().statusCode(404);
        stranger.ask().get("/segments/" + id + "/export").then().statusCode(404);
        stranger.ask()
                .get("/segments/" + id + "/explain?customer=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        stranger.ask().get("/segments").then().body("items", empty());
    }

    @Test
    void nothingIsAnsweredWithoutTheInternalToken() {
        given().get("/segments").then().statusCode(401);
        given().get("/customers").then().statusCode(401);
        given().post("/conditions/describe").then().statusCode(401);
    }
}
