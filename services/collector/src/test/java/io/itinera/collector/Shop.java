package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.json.Json;
import io.itinera.kit.records.JsonCodec;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A source that clients send to byte by byte as they do, and what arrives from them. */
final class Shop {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);

    /** What is of the request or of the run and not of the event. */
    private static final Set<String> OF_THE_RUN =
            Set.of("kind", "workspace", "source", "receivedAt", "occurredAt", "historic");

    private static final RestAssuredConfig AS_IT_IS =
            RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                    .encodeContentTypeAs(
                                            "application/x-www-form-urlencoded",
                                            ContentType.BINARY));

    private final Broker broker;
    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    /** Open once the collector knows its key. */
    Shop(Broker broker, Collector collector) {
        this.broker = broker;
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    String key() {
        return key;
    }

    /** What clients put into {@code Authorization}. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    }

    /** A request whose address, headers and bytes stay as they are given. */
    static RequestSpecification request() {
        return given().config(AS_IT_IS).urlEncodingEnabled(false);
    }

    /** JSON that is written with single quotes, as a client would send it. */
    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }

    static byte[] gzip(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Exactly these events stand on the topic; an id that is not told is not compared. */
    void received(String... expected) {
        List<JsonNode> told = Stream.of(expected).map(json -> json(bytes(json))).toList();
        boolean withIds = told.stream().allMatch(it -> it.has("id"));
        List<String> arrived =
                broker.read(Topics.EVENTS, Broker.of(source)).stream()
                        .map(it -> brief(it.value(), withIds))
                        .sorted()
                        .toList();
        assertEquals(
                String.join("\n", told.stream().map(Shop::sorted).sorted().toList()),
                String.join("\n", arrived));
    }

    private static String brief(byte[] value, boolean withIds) {
        ObjectNode event = (ObjectNode) json(EVENTS.write(EVENTS.read(value)));
        event.remove(OF_THE_RUN);
        if (!withIds) {
            event.remove("id");
        }
        return sorted(event);
    }

    /** With names in order, so that equal objects are equal texts. */
    private static String sorted(JsonNode node) {
        if (!node.isObject()) {
            return node.toString();
        }
        return node.properties().stream()
                .map(it -> it.getKey() + ": " + sorted(it.getValue()))
                .sorted()
                .toList()
                .toString();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
