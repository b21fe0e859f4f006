package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.lag.LagReports;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class LagTest {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final List<Integer> EVERY_PARTITION = IntStream.range(0, 8).boxed().toList();

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject LagReports reports;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    @BeforeEach
    void sourceIsKnown() {
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void lagOfLiveEventsStandsInEveryPartitionOnce() {
        Duration tenMinutes = Duration.ofMinutes(10);
        send(Duration.ZERO, tenMinutes, Duration.ofDays(30), tenMinutes.multipliedBy(-1));
        reports.tellAll();
        reports.tellAll();

        assertEquals(EVERY_PARTITION, partitions());
        LagReport report = told().getFirst();
        assertEquals(List.of(report), told().stream().distinct().toList());
        assertEquals(
                List.of(0L, 0L, 600L),
                report.histogram().entrySet().stream()
                        .flatMap(it -> LongStream.range(0, it.getValue()).mapToObj(_ -> it))
                        .map(it -> twentySeconds(it.getKey()))
                        .sorted()
                        .toList());
    }

    @Test
    void refusedEventsAndHistoricOnesAreNotTold() {
        send(Duration.ofDays(30));
        given().auth()
                .preemptive()
                .basic(key, "")
                .body("{\"type\":\"track\",\"event\":\"E\"}")
                .post("/v1/track");
        reports.tellAll();
        assertEquals(List.of(), told());
    }

    @Test
    void declarationStandsInEveryPartition() {
        declare("2026-03-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("source", equalTo(source.id().toString()))
                .body("completeUpTo", equalTo("2026-03-01T00:00:00.000Z"));

        assertEquals(EVERY_PARTITION, partitions());
        assertEquals(
                List.of(
                        new LagReport(
                                source.workspace(),
                                source.id(),
                                told().getFirst().from(),
                                told().getFirst().from(),
                                Map.of(),
                                Instant.parse("2026-03-01T00:00:00Z"))),
                told().stream().distinct().toList());
    }

    @Test
    void whatIsYetToComeIsNotComplete() {
        declare(Instant.now().plusSeconds(60).toString())
                .then()
                .statusCode(422)
                .body("flaws[0].path", equalTo("/completeUpTo"));
        declare("soon").then().statusCode(400);
        assertEquals(List.of(), told());
    }

    @Test
    void nobodyDeclaresForAnotherWorkspacesSource() {
        declare("somebody-elses", source.id(), "2026-03-01T00:00:00Z").then().statusCode(404);
        declare(source.workspace(), UUID.randomUUID(), "2026-03-01T00:00:00Z")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post("/feeds/" + source.id() + "/complete-up-to")
                .then()
                .statusCode(401);
        assertEquals(List.of(), told());
    }

    private void send(Duration... ages) {
        Instant now = Instant.now();
        List<String> events =
                List.of(ages).stream()
                        .map(
                                age ->
                                        "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"timestamp\":\"%s\"}"
                                                .formatted(now.minus(age)))
                        .toList();
        given().auth()
                .preemptive()
                .basic(key, "")
                .body("{\"sentAt\":\"%s\",\"batch\":[%s]}".formatted(now, String.join(",", events)))
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }

    private Response declare(String completeUpTo) {
        return declare(source.workspace(), source.id(), completeUpTo);
    }

    private static Response declare(String workspace, UUID id, String completeUpTo) {
        return given().header("Authorization", TestTokens.bearer(workspace, "collector"))
                .contentType("application/json")
                .body(Map.of("completeUpTo", completeUpTo))
                .post("/feeds/" + id + "/complete-up-to");
    }

    /** The whole twenty seconds of lag in a bucket, in seconds: what a request takes is less. */
    private static long twentySeconds(int bucket) {
        return LagBuckets.highestMs(bucket) / 20_000 * 20;
    }

    private List<Integer> partitions() {
        return records().stream().map(ConsumerRecord::partition).sorted().toList();
    }

    private List<LagReport> told() {
        return records().stream().map(it -> (LagReport) EVENTS.read(it.value())).toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        String reportKey = source.workspace() + "|" + source.id();
        return broker.read(Topics.EVENTS, each -> new String(each.key(), UTF_8).equals(reportKey));
    }
}
