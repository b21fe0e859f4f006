package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.itinera.collector.hooks.Hooks;
import io.itinera.collector.hooks.Preset;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.Webhook;
import io.itinera.kit.json.Json;
import io.itinera.kit.sealing.Sealing;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class HooksTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Set<String> DATED = Set.of("stripe", "hubspot", "zendesk", "hmac");

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject Hooks hooks;
    @Inject Sealing sealing;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stripe",
                "shopify",
                "hubspot",
                "zendesk",
                "sendgrid",
                "twilio",
                "line",
                "hmac",
                "none"
            })
    void examplesOfAPresetArriveAsEvents(String preset) {
        HookShop shop = shop(preset, "");
        Set<JsonNode> before = new HashSet<>();
        for (Preset.Example example : hooks.preset(preset).orElseThrow().examples()) {
            shop.deliver(example.headers(), HookShop.bytes(example.body())).then().statusCode(200);
            List<JsonNode> arrived =
                    shop.received().stream().filter(it -> !before.contains(it)).toList();
            before.addAll(arrived);
            assertEquals(
                    expected(preset, example.name()),
                    pretty(arrived),
                    preset + " " + example.name());
        }
        assertEquals(List.of(), shop.quarantined());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stripe",
                "shopify",
                "hubspot",
                "zendesk",
                "sendgrid",
                "twilio",
                "line",
                "hmac"
            })
    void nobodyElsesDeliveryIsTaken(String preset) {
        HookShop shop = shop(preset, "");
        Preset.Example example = hooks.preset(preset).orElseThrow().examples().getFirst();
        byte[] body = HookShop.bytes(example.body());
        Map<String, String> signature = shop.signature(body, Instant.now());
        byte[] changed = body.clone();
        changed[changed.length / 2] ^= 1;

        shop.deliver(example.headers(), signature, changed)
                .then()
                .statusCode(401)
                .body("detail", startsWith("The signature in the header "));
        shop.deliver(example.headers(), Map.of(), body)
                .then()
                .statusCode(401)
                .body("detail", containsString(" is missing"));
        if (DATED.contains(preset)) {
            Instant before = Instant.now().minus(Duration.ofSeconds(310));
            shop.deliver(example.headers(), shop.signature(body, before), body)
                    .then()
                    .statusCode(401)
                    .body("detail", containsString("more than 5 minutes away"));
        }
        assertEquals(List.of(), shop.received());
        assertEquals(List.of(), shop.quarantined());
    }

    @Test
    void whatIsDeliveredTwiceHasTheSameIds() {
        HookShop shop = shop("none", "$.items.{'type':'track','event':'Sold','userId':who}");
        byte[] body = HookShop.bytes("{\"items\":[{\"who\":\"a\"},{\"who\":\"b\"}]}");
        shop.deliver(JSON, body).then().statusCode(200);
        shop.deliver(JSON, body).then().statusCode(200);
        List<String> ids = shop.received().stream().map(it -> it.path("id").asText()).toList();
        assertEquals(4, ids.size());
        assertEquals(2, Set.copyOf(ids).size(), ids::toString);
    }

    @Test
    void secondSignatureWhileASecretIsRolledSuffices() {
        HookShop shop = shop("stripe", "{'type':'track','event':'E','userId':id}");
        byte[] body = HookShop.bytes("{\"id\":\"evt_9\"}");
        String good =
                Objects.requireNonNull(shop.signature(body, Instant.now()).get("Stripe-Signature"));
        shop.deliver(JSON, Map.of("Stripe-Signature", good.replace("v1=", "v1=00,v1=")), body)
                .then()
                .statusCode(200);
        assertEquals(1, shop.received().size());
    }

    @Test
    void bodyThatCannotBeMappedGoesToQuarantineAsItCameAndIsAnsweredAsTaken() {
        HookShop shop = shop("none", "{'type':'track','event':'E','userId':id * 2}");
        shop.deliver(JSON, HookShop.bytes("{\"id\":\"mira\"}"))
                .then()
                .statusCode(200)
                .body("rejected[0].reason", equalTo("mapping_failed"));
        Quarantined aside = shop.quarantined().getFirst();
        assertEquals("mapping_failed", aside.reason());
        assertEquals("the mapping fails on this body (T2001)", aside.detail());
        assertEquals(
                "{\"id\":\"mira\"}",
                new String(
                        Base64.getDecoder().decode(Objects.requireNonNull(aside.original())),
                        UTF_8));
    }

    @Test
    void whatCouldNotBeMappedIsReplayedByABetterMapping() {
        HookShop shop = shop("none", "{'type':'track','event':'E','userId':id * 2}");
        shop.deliver(
                        Map.of("Content-Type", "application/json", "X-Topic", "orders"),
                        HookShop.bytes("{\"id\":\"mira\",\"orders\":[1,2]}"))
                .then()
                .statusCode(200);
        RequestSpecification person =
                given().header("Authorization", TestTokens.bearer(shop.workspace(), "collector"))
                        .contentType("application/json");
        person.get("/quarantine").then().body("items.replayable", contains(true));

        String better =
                "($id := id; orders.{'type':'track','event':$headers.'x-topic','userId':$id,'messageId':$string($)})"
                        .replace('\'', '"');
        Webhook mended = new Webhook("none", null, null, better);
        shop.mapBy(mended);
        await().until(
                        () ->
                                collector
                                        .source(shop.workspace(), shop.id())
                                        .filter(it -> mended.equals(it.webhook()))
                                        .isPresent());
        person.body("{}").post("/quarantine/replays").then().body("state", equalTo("running"));
        await().untilAsserted(
                        () ->
                                person.get("/quarantine/replays")
                                        .then()
                                        .body("items.state", contains("done"))
                                        .body("items.replayed", contains(1)));
        assertEquals(
                List.of("1 orders mira", "2 orders mira"),
                shop.received().stream()
                        .map(
                                it ->
                                        it.path("id").asText()
                                                + " "
                                                + it.path("name").asText()
                                                + " "
                                                + it.path("userId").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void bodyThatIsNoJsonOrTooLargeToKeepIsPutAsideToo() {
        HookShop shop = shop("none", "");
        shop.deliver(JSON, HookShop.bytes("<xml/>")).then().statusCode(200);
        shop.deliver(JSON, HookShop.bytes("[1," + " ".repeat(40_000) + "2]"))
                .then()
                .statusCode(200);
        assertEquals(
                List.of(
                        "the body is neither JSON nor a form: line 1, column 1",
                        "the mapping must yield an event, a list of events, or nothing; the last"
                                + " 7310 bytes are not kept"),
                shop.quarantined().stream().map(Quarantined::detail).toList());
    }

    @Test
    void eventsAreJudgedOneByOne() {
        HookShop shop = shop("none", "");
        shop.deliver(
                        JSON,
                        HookShop.bytes(
                                "[{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"},"
                                        + "{\"type\":\"track\",\"event\":\"E\"}]"))
                .then()
                .statusCode(200)
                .body("rejected.reason", contains("no_id"));
        assertEquals(1, shop.received().size());
        given().header("Authorization", TestTokens.bearer(shop.workspace(), "collector"))
                .get("/events")
                .then()
                .statusCode(200)
                .body("items.verdict", contains("rejected", "accepted"));
    }

    @Test
    void deliveryOfNoInterestIsTakenAndCounted() {
        HookShop shop = shop("none", "kind = 'order' ? {'type':'track','event':'E','userId':'u'}");
        shop.deliver(JSON, HookShop.bytes("{\"kind\":\"product\"}")).then().statusCode(200);
        assertEquals(List.of(), shop.received());
        assertEquals(List.of(), shop.quarantined());
        given().get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "itinera_collector_deliveries_ignored_total{source=\""
                                        + shop.id()
                                        + "\"} 1.0"));
    }

    @Test
    void twilioIsAnsweredWithWhatItReads() {
        Preset.Example incoming = hooks.preset("twilio").orElseThrow().examples().getFirst();
        shop("twilio", "")
                .deliver(incoming.headers(), HookShop.bytes(incoming.body()))
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/xml"))
                .body(equalTo("<Response/>"));
    }

    @Test
    void withoutASecretNothingIsTaken() {
        byte[] body = HookShop.bytes("{}");
        HookShop none = HookShop.of(broker, collector, new Webhook("stripe", null, null, ""));
        none.deliver(JSON, body)
                .then()
                .statusCode(401)
                .body("detail", equalTo("This source has no secret yet"));
        HookShop sealedForAnother =
                HookShop.of(
                        broker,
                        collector,
                        new Webhook("line", sealing.seal("x", UUID.randomUUID()), null, ""));
        sealedForAnother
                .deliver(JSON, body)
                .then()
                .statusCode(401)
                .body("detail", equalTo("This source has no secret yet"));
        HookShop withoutRule = HookShop.of(broker, collector, new Webhook("hmac", null, null, ""));
        withoutRule
                .deliver(JSON, body)
                .then()
                .statusCode(401)
                .body("detail", equalTo("This source has no rule for signatures yet"));
        HookShop ofNobody = HookShop.of(broker, collector, new Webhook("acme", null, null, ""));
        ofNobody.deliver(JSON, body)
                .then()
                .statusCode(401)
                .body("detail", equalTo("This source's preset is not known here"));
    }

    @Test
    void keyThatIsNobodysOrTakesNoWebhooksIsRefused() {
        given().contentType("application/json")
                .body("{}")
                .post("/hooks/nobodys")
                .then()
                .statusCode(401)
                .body("detail", equalTo("No source has this write key"));
        Shop plain = new Shop(broker, collector);
        given().contentType("application/json")
                .body("{}")
                .post("/hooks/" + plain.key())
                .then()
                .statusCode(404)
                .body("detail", equalTo("This source takes no webhooks"));
    }

    @Test
    void presetsAreListedWithTheirMappingsAndExamples() {
        asked().get("/webhooks/presets")
                .then()
                .statusCode(200)
                .body(
                        "items.preset",
                        contains(
                                "stripe",
                                "shopify",
                                "hubspot",
                                "zendesk",
                                "sendgrid",
                                "twilio",
                                "line",
                                "hmac",
                                "none"))
                .body("items[0].signature", equalTo("Stripe-Signature"))
                .body("items[4].secret", equalTo("publicKey"))
                .body("items[6].mapping", containsString("webhookEventId"))
                .body("items[5].examples[0].body", startsWith("ToCountry=US"));
    }

    @Test
    void mappingIsTriedWithoutBeingKept() {
        asked().body(
                        Map.of(
                                "preset",
                                "none",
                                "mapping",
                                "[{'type':'track','event':'E','userId':id}, {'type':'track'}]"
                                        .replace('\'', '"'),
                                "body",
                                "{\"id\":\"u-1\"}"))
                .post("/webhooks/dry-run")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("events"))
                .body("events.size()", equalTo(1))
                .body("events[0].name", equalTo("E"))
                .body("events[0].userId", equalTo("u-1"))
                .body("refused[0].index", equalTo(1))
                .body("refused[0].reason", equalTo("no_event_name"))
                .body("$", not(hasKey("error")));
    }

    @Test
    void triedMappingThatIsWrongSaysWhere() {
        asked().body(
                        Map.of(
                                "preset", "stripe",
                                "mapping", "{\n  \"event\": name @ 1\n}",
                                "body", "{}"))
                .post("/webhooks/dry-run")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("failed"))
                .body("error.line", equalTo(2));
        asked().body(Map.of("preset", "stripe", "body", "{\"type\":\"x\",\"data\":{}}"))
                .post("/webhooks/dry-run")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ignored"));
        asked().body(Map.of("preset", "acme", "body", "{}"))
                .post("/webhooks/dry-run")
                .then()
                .statusCode(422)
                .body("flaws.path", contains("/preset"));
    }

    private static RequestSpecification asked() {
        return given().header("Authorization", TestTokens.bearer("ws-hooks", "collector"))
                .contentType("application/json");
    }

    private HookShop shop(String preset, String mapping) {
        return HookShop.of(broker, collector, sealing, preset, mapping.replace('\'', '"'));
    }

    private static String expected(String preset, String example) {
        String path = "/hooks/" + preset + "/" + example + ".json";
        try (InputStream in =
                Objects.requireNonNull(HooksTest.class.getResourceAsStream(path), path)) {
            return pretty(HookShop.json(in.readAllBytes()).valueStream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With names in order, so that equal events are equal texts. */
    private static String pretty(List<JsonNode> events) {
        try {
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter()
                            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            return Json.mapper()
                    .writer(printer)
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(
                            events.stream()
                                    .map(it -> Json.mapper().convertValue(it, Object.class))
                                    .sorted(
                                            Comparator.comparing(
                                                    it ->
                                                            String.valueOf(
                                                                    ((Map<?, ?>) it).get("id"))))
                                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
