package io.itinera.segmentation.api;

import static io.restassured.RestAssured.given;
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
final class ConditionRoutesTest {
    private static final Condition BOUGHT =
            new Condition.Performed("Bought", Times.ONCE, null, null);
    private static final String NONSENSE =
            "{\"performed\":{\"event\":\"\",\"times\":{\"atLeast\":1}}}";

    private final Owner owner = new Owner(UUID.randomUUID().toString());

    /** Reads of state are answered once the streams have found their partitions. */
    @BeforeEach
    void awaitStreams() {
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void conditionIsSaidInWords() {
        owner.ask()
                .contentType(ContentType.JSON)
                .body("{\"condition\":" + Owner.json(BOUGHT) + "}")
                .post("/conditions/describe?locale=ja")
                .then()
                .statusCode(200)
                .body("words", containsString("Bought"));
    }

    @Test
    void conditionThatMakesNoSenseIsNotSaid() {
        owner.ask()
                .contentType(ContentType.JSON)
                .body("{\"condition\":" + NONSENSE + "}")
                .post("/conditions/describe")
                .then()
                .statusCode(422)
                .body("flaws.path", hasItem("/condition/performed/event"));
    }

    @Test
    void explanationOfNobodyIsNotFound() {
        String id = owner.publish("Buyers", BOUGHT);
        owner.ask()
                .get("/segments/" + id + "/explain?customer=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        owner.ask().get("/segments/" + id + "/explain").then().statusCode(400);
    }

    @Test
    void conditionThatMakesNoSenseIsNotExplained() {
        owner.ask()
                .contentType(ContentType.JSON)
                .body("{\"customer\":\"" + UUID.randomUUID() + "\",\"condition\":" + NONSENSE + "}")
                .post("/conditions/explain")
                .then()
                .statusCode(422)
                .body("flaws.path", hasItem("/condition/performed/event"));
    }

    @Test
    void previewOfAnEmptyWorkspaceIsExactlyNobody() {
        owner.ask()
                .contentType(ContentType.JSON)
                .body("{\"condition\":" + Owner.json(new Condition.Not(BOUGHT)) + "}")
                .post("/segments/preview")
                .then()
                .statusCode(200)
                .body("size.estimate", equalTo(0))
                .body("size.high", equalTo(0))
                .body("exact", equalTo(true))
                .body("asked", equalTo(0))
                .body("samples", empty());
    }

    @Test
    void conditionThatMakesNoSenseIsNotPreviewed() {
        owner.ask()
                .contentType(ContentType.JSON)
                .body("{\"condition\":" + NONSENSE + "}")
                .post("/segments/preview")
                .then()
                .statusCode(422)
                .body("flaws.path", hasItem("/condition/performed/event"));
    }
}
