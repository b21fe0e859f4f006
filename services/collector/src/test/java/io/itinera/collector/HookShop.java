package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.SignatureRule;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.Webhook;
import io.itinera.kit.json.Json;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.sealing.Sealing;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A source that takes one provider's webhooks, and what came of them. */
final class HookShop {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);
    private static final JsonCodec<Quarantined> QUARANTINED = JsonCodec.of(Quarantined.class);

    private static final SignatureRule RULE =
            new SignatureRule(
                    "X-Shop-Signature",
                    SignatureRule.Hash.sha256,
                    SignatureRule.Encoding.hex,
                    "v1=",
                    "X-Shop-Timestamp",
                    "{timestamp}.{body}");

    /** What is of the request or of the run and not of the event. */
    private static final Set<String> OF_THE_RUN =
            Set.of("kind", "workspace", "source", "receivedAt", "historic");

    private final Broker broker;
    private final String key = UUID.randomUUID().toString();
    private final HookSigner signer;
    private final Source source;

    private HookShop(Broker broker, String preset) {
        this.broker = broker;
        this.signer = new HookSigner(preset);
        this.source = Broker.source(key, true);
    }

    /**
     * Takes a preset's deliveries, which it maps in its own way unless the text is empty.
     *
     * @param mapping with single quotes in place of double ones
     */
    static HookShop of(
            Broker broker, Collector collector, Sealing sealing, String preset, String mapping) {
        HookShop shop = new HookShop(broker, preset);
        String sealed =
                preset.equals("none") ? null : sealing.seal(shop.signer.secret(), shop.source.id());
        SignatureRule rule = preset.equals("hmac") ? RULE : null;
        return shop.open(collector, new Webhook(preset, sealed, rule, mapping.replace('\'', '"')));
    }

    /** Is set up so, whatever that is. */
    static HookShop of(Broker broker, Collector collector, Webhook webhook) {
        return new HookShop(broker, webhook.preset()).open(collector, webhook);
    }

    private HookShop open(Collector collector, Webhook webhook) {
        mapBy(webhook);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        return this;
    }

    /** Is set up anew; the collector knows soon. */
    void mapBy(Webhook webhook) {
        broker.publish(
                new Source(
                        source.id(),
                        source.workspace(),
                        source.name(),
                        source.keyHashes(),
                        true,
                        source.historicAfter(),
                        source.rules(),
                        webhook,
                        Map.of()));
    }

    UUID id() {
        return source.id();
    }

    String workspace() {
        return source.workspace();
    }

    /** Where its provider delivers. */
    String path() {
        return "/hooks/" + key;
    }

    private String address() {
        return RestAssured.baseURI + ":" + RestAssured.port + path();
    }

    /** The signature's headers. */
    Map<String, String> signature(byte[] body, Instant at) {
        return signer.headers(address(), body, at);
    }

    /** A delivery that is signed now. */
    Response deliver(Map<String, String> headers, byte[] body) {
        return deliver(headers, signature(body, Instant.now()), body);
    }

    Response deliver(Map<String, String> headers, Map<String, String> signature, byte[] body) {
        return Shop.request().headers(headers).headers(signature).body(body).post(path());
    }

    /** What stands on the events topic, but for what is of the run. */
    List<JsonNode> received() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .map(it -> json(EVENTS.write(EVENTS.read(it.value()))))
                .map(it -> brief((ObjectNode) it))
                .toList();
    }

    /** Also without its time, where the provider tells none. */
    private static JsonNode brief(ObjectNode event) {
        if (event.path("occurredAt").equals(event.path("receivedAt"))) {
            event.remove("occurredAt");
        }
        return event.remove(OF_THE_RUN);
    }

    /** What was put aside. */
    List<Quarantined> quarantined() {
        return broker.read(Topics.QUARANTINE, Broker.of(source)).stream()
                .map(it -> QUARANTINED.read(it.value()))
                .toList();
    }

    static JsonNode json(byte[] bytes) {
        try {
            return Json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
