package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A source whose files are imported, and what came of them. */
final class ImportShop {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final JsonCodec<Quarantined> QUARANTINED = JsonCodec.of(Quarantined.class);

    private final Broker broker;
    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    /** Open once the collector knows its key and has its database. */
    ImportShop(Broker broker, Collector collector) {
        this.broker = broker;
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> person().get("/imports").statusCode() == 200);
    }

    UUID id() {
        return source.id();
    }

    /** All that stands on the events topic. */
    List<ConsumerRecord<byte[], byte[]>> records() {
        return broker.read(Topics.EVENTS, Broker.of(source));
    }

    /** Begins an import and says its id. */
    String begin(String more) {
        return person().contentType("application/json")
                .body(request(more))
                .post("/imports")
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .extract()
                .path("id");
    }

    /** The last of two members with one name holds. */
    String request(String more) {
        return "{\"source\": \"%s\", \"name\": \"carts\", \"format\": \"ndjson\"%s}"
                .formatted(source.id(), more);
    }

    /** Sends a piece of the file. */
    Response send(String id, long offset, String bytes) {
        return piece(id, offset, bytes.getBytes(UTF_8));
    }

    Response piece(String id, long offset, byte[] bytes) {
        return person().header("Upload-Offset", offset).body(bytes).patch("/imports/" + id);
    }

    Response finish(String id) {
        return person().contentType("application/json").post("/imports/" + id + "/finish");
    }

    /** Somebody of the workspace. */
    RequestSpecification person() {
        return given().header("Authorization", token());
    }

    String token() {
        return TestTokens.bearer(source.workspace(), "collector");
    }

    /** A line of a file, of an event of 2020. */
    static String row(String messageId) {
        return "{\"type\":\"track\",\"event\":\"Product Added\",\"userId\":\"u1\",\"messageId\":\"%s\",\"timestamp\":\"2020-01-01T00:00:00Z\"}\n"
                .formatted(messageId);
    }

    /** The first event on the topic. */
    Event event() {
        return (Event) EVENTS.read(records().getFirst().value());
    }

    /** Their ids and whether they are historic, in order of the ids. */
    List<String> events() {
        return records().stream()
                .map(it -> (Event) EVENTS.read(it.value()))
                .map(event -> event.id() + " " + event.historic())
                .sorted()
                .toList();
    }

    /** Why what stands in quarantine was refused. */
    List<String> refusals() {
        return broker.read(Topics.QUARANTINE, Broker.of(source)).stream()
                .map(it -> QUARANTINED.read(it.value()).reason())
                .toList();
    }

    /** Where an import stands. */
    String state(String id) {
        return person().get("/imports/" + id).jsonPath().getString("state");
    }

    /** What is declared of the source's completeness, in every partition. */
    List<Instant> lags() {
        return records().stream()
                .filter(ImportShop::isLag)
                .map(it -> ((LagReport) EVENTS.read(it.value())).completeUpTo())
                .toList();
    }

    static boolean isLag(ConsumerRecord<byte[], byte[]> stored) {
        return EVENTS.read(stored.value()) instanceof LagReport;
    }
}
