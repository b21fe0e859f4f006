package io.itinera.segmentation.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.itinera.segmentation.Owner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which names are one person's alone, over HTTP. */
@QuarkusTest
final class IdentityRulesTest {
    private final Owner owner = new Owner(UUID.randomUUID().toString());
    private final Owner stranger = new Owner(UUID.randomUUID().toString());

    /** Reads of state are answered once the streams have found their partitions. */
    @BeforeEach
    void awaitStreams() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    private ValidatableResponse put(List<String> kinds) {
        String body =
                kinds.stream()
                        .map(kind -> "\"" + kind + "\"")
                        .collect(Collectors.joining(",", "{\"unique\":[", "]}"));
        return owner.ask().contentType(ContentType.JSON).body(body).put("/identities").then();
    }

    private static List<String> kinds(int count) {
        return IntStream.range(0, count).mapToObj(i -> "kind" + i).toList();
    }

    @Test
    void noNameIsOnePersonsAloneUntilTheWorkspaceSaysSo() {
        owner.ask()
                .get("/identities")
                .then()
                .statusCode(200)
                .body("unique", empty())
                .body("changedAt", nullValue());
    }

    @Test
    void whatTheWorkspaceSaysHoldsSoonAndInItsOrderAndForNobodyElse() {
        put(List.of("line", "email")).statusCode(200).body("unique", contains("line", "email"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                owner.ask()
                                        .get("/identities")
                                        .then()
                                        .body("unique", contains("line", "email")));
        stranger.ask().get("/identities").then().body("unique", empty());
    }

    @Test
    void moreKindsThanMayBeOnePersonsAloneAreRefused() {
        put(kinds(IdentityRulesResource.MAX_KINDS)).statusCode(200);
        put(kinds(IdentityRulesResource.MAX_KINDS + 1))
                .statusCode(422)
                .body("flaws[0].path", equalTo("/unique"));
    }

    @Test
    void kindThatIsAlwaysOnePersonsOrStandsThereTwiceIsRefusedWithItsPlace() {
        put(List.of("email", "user")).statusCode(422).body("flaws[0].path", equalTo("/unique/1"));
        put(List.of("email", "email")).statusCode(422).body("flaws[0].path", equalTo("/unique/1"));
        put(List.of("")).statusCode(422).body("flaws[0].path", equalTo("/unique/0"));
    }
}
