package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose events become many times the body. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class OutgrownTest {
    private static final String CONTEXT = "{\"a\":\"" + "x".repeat(30_000) + "\"}";
    private static final String EVENT = CollectTest.track("m");

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject CollectorConfig config;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void sourceIsKnown() {
        broker.publish(Broker.source(key, true));
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void eventsAndWhatTheyShareHaveTheirBytesAndNotOneMore() {
        long limit = config.maxEvents().asLongValue();
        assertEquals(List.of(200, 413), List.of(status(limit), status(limit + 1)));
    }

    @Test
    void smallBodyOfMoreEventsThanARequestHasIsAnsweredWithWhatStandsForTheRest() {
        String ones = String.join(",", Collections.nCopies(1_000_000, "1"));
        int refused = post("{\"batch\":[" + ones + "]}").jsonPath().getList("rejected").size();
        assertEquals(10_001, refused);
    }

    /** What so many bytes of events and shared context are answered. */
    private int status(long bytes) {
        int each = CONTEXT.length() + EVENT.length();
        int events = Math.toIntExact(bytes / each);
        String padding = " ".repeat(Math.toIntExact(bytes % each));
        List<String> batch = new ArrayList<>(Collections.nCopies(events - 1, EVENT));
        batch.add(EVENT.replaceFirst("\\{", "{" + padding));
        return post("{\"context\":%s,\"batch\":[%s]}".formatted(CONTEXT, String.join(",", batch)))
                .statusCode();
    }

    private Response post(String body) {
        return given().auth().preemptive().basic(key, "").body(body).post("/v1/batch");
    }
}
