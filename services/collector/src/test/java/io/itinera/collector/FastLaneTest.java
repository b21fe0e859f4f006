package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Source;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka"))
class FastLaneTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject Broker broker;
    @Inject Collector collector;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    @BeforeEach
    void sourceIsKnown() {
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void pathThatIsWrittenOtherwiseIsTakenByTheRoutes() {
        for (String path : List.of("/v1/track", "/v1/track/", "/v1/track?a=b")) {
            request()
                    .header("Origin", "https://shop.example")
                    .body(CollectTest.track(path))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "https://shop.example");
        }
    }

    @Test
    void onlyPostIsTaken() {
        request().get("/v1/track").then().statusCode(not(equalTo(200)));
    }

    @Test
    void recordOfARequestWithoutATraceHasOneOfItsOwn() {
        request().body(CollectTest.track("m1")).post("/v1/track").then().statusCode(200);
        request()
                .header("traceparent", "no trace")
                .body(CollectTest.track("m2"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        List<String> traces =
                broker.read(Topics.EVENTS, Broker.of(source)).stream()
                        .map(it -> it.headers().lastHeader("traceparent").value())
                        .map(value -> new String(value, UTF_8))
                        .toList();
        assertTrue(
                traces.stream().allMatch(it -> it.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")),
                traces::toString);
        assertEquals(2, traces.stream().distinct().count());
    }

    @Test
    void problemNamesTheTraceThatTheRequestCameWith() {
        traced().get("/events").then().statusCode(401).body("traceId", equalTo(TRACE));
        traced().body("{}")
                .post("/v1/track")
                .then()
                .statusCode(401)
                .body("traceId", equalTo(TRACE));
    }

    private static RequestSpecification traced() {
        return given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    }

    private RequestSpecification request() {
        return given().auth().preemptive().basic(key, "");
    }
}
