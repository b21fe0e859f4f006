package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a request with a known key: read, judged and on the topic when it is answered.
 */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class CollectTest {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final JsonCodec<Quarantined> QUARANTINED = JsonCodec.of(Quarantined.class);

    /** Rest-assured would encode a form; clients send JSON and only call it one. */
    private static final RestAssuredConfig AS_IT_IS =
            RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                    .encodeContentTypeAs(
                                            "application/x-www-form-urlencoded",
                                            ContentType.BINARY));

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
    void eventStandsOnTheTopicWhenItsCallIsAnswered() {
        post("/v1/track", track("m1")).then().statusCode(200).body("success", equalTo(true));

        ConsumerRecord<byte[], byte[]> stored =
                broker.read(Topics.EVENTS, Broker.of(source)).getFirst();
        Event event = (Event) EVENTS.read(stored.value());
        assertEquals(
                List.of("m1", source.workspace(), "Product Added", source.id().toString()),
                List.of(event.id(), event.workspace(), event.name(), event.source()));
        assertEquals(source.workspace() + "|user|u1", new String(stored.key(), UTF_8));
        assertEquals(event.receivedAt().toEpochMilli(), stored.timestamp());
    }

    @Test
    void requestsTraceGoesOnWithItsRecords() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        request()
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .body(track("m1"))
                .post("/v1/track");

        ConsumerRecord<byte[], byte[]> stored =
                broker.read(Topics.EVENTS, Broker.of(source)).getFirst();
        String header = new String(stored.headers().lastHeader("traceparent").value(), UTF_8);
        assertTrue(header.startsWith("00-" + trace + "-"), header);
    }

    @Test
    void goodEventsAroundABadOneArriveAndTheBadOneGoesToQuarantine() {
        String large =
                "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\",\"messageId\":\"big\",\"properties\":{\"a\":\"%s\"}}"
                        .formatted("x".repeat(40_000));
        post(
                        "/v1/batch",
                        batch(
                                track("m1"),
                                large,
                                "{\"type\":\"track\",\"event\":\"E\"}",
                                track("m2")))
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("rejected.index", equalTo(List.of(1, 2)))
                .body("rejected.reason", equalTo(List.of("event_too_large", "no_id")))
                .body("rejected[0].messageId", equalTo("big"));

        assertEquals(List.of("m1", "m2"), ids());
        assertEquals(
                List.of("event_too_large", "no_id"),
                broker.read(Topics.QUARANTINE, Broker.of(source)).stream()
                        .map(it -> QUARANTINED.read(it.value()).reason())
                        .toList());
    }

    @Test
    void contentTypeMakesNoDifference() {
        for (String type :
                List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
            request()
                    .header("Content-Type", type)
                    .body(track(type).getBytes(UTF_8))
                    .post("/v1/t")
                    .then()
                    .statusCode(200);
        }
        assertEquals(3, ids().size());
    }

    @Test
    void everyPathOfSegmentsClientsIsTaken() {
        for (String path :
                List.of(
                        "identify",
                        "track",
                        "page",
                        "screen",
                        "group",
                        "alias",
                        "i",
                        "t",
                        "p",
                        "s",
                        "g",
                        "a")) {
            String body =
                    "{\"userId\":\"u\",\"messageId\":\"%s\",\"event\":\"E\",\"groupId\":\"g\",\"previousId\":\"p\"}"
                            .formatted(path);
            post("/v1/" + path, body).then().body("rejected", equalTo(null));
        }
        post("/v1/b", batch(track("b"))).then().statusCode(200);
        post("/v1/m", "{\"series\":[]}").then().statusCode(200);
        assertEquals(13, ids().size());
    }

    @Test
    void gzippedBodyIsReadWhateverItsTypeSays() {
        request()
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(gzip(batch(track("m1")).getBytes(UTF_8)))
                .post("/v1/batch")
                .then()
                .statusCode(200);
        assertEquals(List.of("m1"), ids());
    }

    @Test
    void decompressedBodyAtTheLimitIsReadAndOneByteMoreIsNot() {
        int limit = 10 * 1024 * 1024;
        String empty = batch();
        assertEquals(200, zipped(empty + " ".repeat(limit - empty.length())));
        assertEquals(413, zipped(empty + " ".repeat(limit - empty.length() + 1)));
    }

    private int zipped(String body) {
        return request()
                .header("Content-Encoding", "gzip")
                .body(gzip(body.getBytes(UTF_8)))
                .post("/v1/batch")
                .statusCode();
    }

    @Test
    void bodyThatIsNoGzipIsRefused() {
        request()
                .header("Content-Encoding", "gzip")
                .body(batch().getBytes(UTF_8))
                .post("/v1/batch")
                .then()
                .statusCode(400);
    }

    @Test
    void batchOfFourMegabytesIsTaken() {
        String event = track("m").replace("\"p1\"", "\"" + "x".repeat(30_000) + "\"");
        String[] events = Collections.nCopies(140, event).toArray(String[]::new);
        post("/v1/batch", batch(events)).then().statusCode(200).body("rejected", equalTo(null));
        assertEquals(140, ids().size());
    }

    @Test
    void bodyAtTheWireLimitIsReadAndOneByteMoreIsNot() {
        int limit = 5 * 1024 * 1024;
        String empty = batch();
        post("/v1/batch", empty + " ".repeat(limit - empty.length())).then().statusCode(200);
        post("/v1/batch", empty + " ".repeat(limit - empty.length() + 1)).then().statusCode(413);
    }

    @Test
    void whatIsNotJsonIsRefusedWithAProblemThatSaysWhere() {
        post("/v1/track", "{\"event\":")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("line 1"));
    }

    private List<String> ids() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .map(it -> ((Event) EVENTS.read(it.value())).id())
                .toList();
    }

    private RequestSpecification request() {
        return given().config(AS_IT_IS).auth().preemptive().basic(key, "");
    }

    private Response post(String path, String body) {
        return request().body(body).post(path);
    }

    static String track(String messageId) {
        return "{\"type\":\"track\",\"event\":\"Product Added\",\"userId\":\"u1\",\"messageId\":\"%s\",\"properties\":{\"product_id\":\"p1\"}}"
                .formatted(messageId);
    }

    static String batch(String... events) {
        return "{\"batch\":[" + String.join(",", events) + "]}";
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
