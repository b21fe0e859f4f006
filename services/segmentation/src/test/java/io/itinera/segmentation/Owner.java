package io.itinera.segmentation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.itinera.contracts.condition.Condition;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * The owner of a workspace, and what they do over HTTP.
 *
 * @param workspace the workspace
 */
public record Owner(String workspace) {

    /** A request of theirs. */
    public RequestSpecification ask() {
        return given().header("Authorization", TestTokens.bearer(workspace, "segmentation"));
    }

    /** A new draft; its id. */
    public String draft(String name, Condition condition) {
        return ask().contentType(ContentType.JSON)
                .body(body(name, condition))
                .post("/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A new segment, published at once; its id. */
    public String publish(String name, Condition condition) {
        String id = draft(name, condition);
        ask().post("/segments/" + id + "/publish").then().statusCode(200);
        return id;
    }

    /** Waits until a segment is in a state. */
    public void awaitState(String segment, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                ask().get("/segments/" + segment)
                                        .then()
                                        .statusCode(200)
                                        .body("state", equalTo(state)));
    }

    /** A segment as a request's body. */
    public static String body(String name, Condition condition) {
        return "{\"name\":\"" + name + "\",\"condition\":" + json(condition) + "}";
    }

    /** A condition as JSON. */
    public static String json(Condition condition) {
        return new String(JsonCodec.of(Condition.class).write(condition), StandardCharsets.UTF_8);
    }
}
