package io.itinera.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.itinera.kit.tenancy.Grant;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka"))
class HttpTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void tokenTellsWhoIsAsking() {
        asked().get("/who")
                .then()
                .statusCode(200)
                .body("workspace", equalTo("w1"))
                .body("person", equalTo("tester"))
                .body("rights", equalTo(List.of("read", "write")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/who",
                "/raw",
                "/index.html",
                "/nowhere",
                "/publicity",
                "/q/dev",
                "/public/../who",
                "/public/%2e%2e/who",
                "/public//../who",
                "/own/../who",
                "/ownership"
            })
    void nothingElseOpensWithoutAToken(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("type", equalTo("https://itinera.example/problems/unauthenticated"))
                .body("status", equalTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/greeting", "/own/greeting", "/q/health", "/q/health/ready"})
    void publicPathsOpenWithoutAToken(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void publicPathHasNoCaller() {
        given().get("/public/nosy").then().statusCode(401).contentType(PROBLEM);
    }

    @Test
    void tokenForAnotherServiceDoesNotHold() {
        given().header("Authorization", TestTokens.bearer("w1", "journeys"))
                .get("/raw")
                .then()
                .statusCode(401);
    }

    @Test
    void tokenOfTwoMinutesAgoDoesNotHold() {
        Clock past = Clock.fixed(Instant.now().minus(Duration.ofMinutes(2)), ZoneOffset.UTC);
        String token = TestTokens.mint(past).mint("kit", new Grant("w1", "tester", Set.of("read")));
        given().header("Authorization", "Bearer " + token).get("/raw").then().statusCode(401);
    }

    @Test
    void routeBelowRestOpensWithAToken() {
        asked().get("/raw").then().statusCode(200).body(equalTo("raw"));
    }

    @Test
    void problemBecomesItsDocument() {
        asked().get("/trouble?kind=flawed")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("https://itinera.example/problems/flawed"))
                .body("title", equalTo("What was sent does not hold together"))
                .body("detail", equalTo("The journey has flaws"))
                .body("instance", equalTo("/trouble"))
                .body("traceId", matchesRegex("[0-9a-f]{32}"))
                .body("flaws[0].path", equalTo("/nodes/wait"))
                .body("flaws[0].message", equalTo("leads nowhere"));
    }

    @Test
    void passingProblemSaysWhenToTryAgain() {
        asked().get("/trouble?kind=later").then().statusCode(429).header("Retry-After", "7");
    }

    @Test
    void surpriseTellsNothingOfTheInside() {
        asked().get("/trouble?kind=surprise")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body(not(containsString("s3cr3t")))
                .body(not(containsString("IllegalState")));
    }

    @Test
    void pathThatIsNotThereIsAProblemToo() {
        asked().get("/nowhere").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void methodThatIsNotThereIsAProblemToo() {
        asked().delete("/who").then().statusCode(405).contentType(PROBLEM);
    }

    @Test
    void bodyIsReadAndAnsweredAsOnTheTopics() {
        asked().contentType("application/json")
                .body(
                        """
                        {"item": "tea", "count": 2, "at": "2026-01-02T03:04:05Z",
                         "patience": "P3D", "unknown": true}
                        """)
                .post("/orders")
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-01-02T03:04:05.000Z"))
                .body("patience", equalTo("PT72H"))
                .body("unknown", nullValue());
    }

    @Test
    void bodyThatIsNotJsonIsAProblemWithItsPlace() {
        posted("{\"item\": ").body("detail", containsString("The body is not JSON at line 1"));
    }

    @Test
    void missingMemberIsNamed() {
        posted("{\"count\": 2, \"patience\": \"PT1S\"}").body("flaws[0].path", equalTo("/item"));
    }

    @Test
    void nullWhereAValueMustBeIsNamed() {
        posted("{\"item\": null, \"count\": 2, \"patience\": \"PT1S\"}")
                .body("flaws[0].path", equalTo("/item"));
    }

    @Test
    void memberOfAnotherTypeIsNamed() {
        posted(
                        "{\"item\": \"tea\", \"count\": 1, \"patience\": \"PT1S\", \"lines\": [{\"text\": {}}]}")
                .body("flaws[0].path", equalTo("/lines/0/text"));
    }

    @Test
    void durationThatIsNoneIsNamed() {
        posted("{\"item\": \"tea\", \"count\": 1, \"patience\": \"soon\"}")
                .body("detail", equalTo("/patience is not a Duration"));
    }

    @Test
    void whatTheRecordRefusesIsSaid() {
        posted("{\"item\": \"tea\", \"count\": 10, \"patience\": \"PT1S\"}")
                .body("detail", containsString("at most 9 of one thing"));
    }

    private static ValidatableResponse posted(String body) {
        return asked().contentType("application/json")
                .body(body)
                .post("/orders")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    private static RequestSpecification asked() {
        return given().header("Authorization", TestTokens.bearer("w1", "kit"));
    }
}
