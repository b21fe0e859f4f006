package io.itinera.collector;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.itinera.collector.hooks.Hooks;
import io.itinera.collector.hooks.Preset;
import io.itinera.contracts.settings.Webhook;
import io.itinera.kit.json.Json;
import io.itinera.kit.sealing.Sealing;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
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

/** What each provider's webhooks become, and that nobody else can send them. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class HookPresetsTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Set<String> DATED = Set.of("stripe", "hubspot", "zendesk", "hmac");

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject Sealing sealing;
    @Inject Hooks hooks;

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
        String noSecret = "This source has no secret yet";
        String ofAnother = sealing.seal("x", UUID.randomUUID());
        assertEquals(noSecret, refusal(new Webhook("stripe", null, null, "")));
        assertEquals(noSecret, refusal(new Webhook("line", ofAnother, null, "")));
        assertEquals(
                "This source has no rule for signatures yet",
                refusal(new Webhook("hmac", null, null, "")));
        assertEquals(
                "This source's preset is not known here",
                refusal(new Webhook("acme", null, null, "")));
    }

    private String refusal(Webhook webhook) {
        return HookShop.of(broker, collector, webhook)
                .deliver(JSON, HookShop.bytes("{}"))
                .then()
                .statusCode(401)
                .extract()
                .path("detail");
    }

    private HookShop shop(String preset, String mapping) {
        return HookShop.of(broker, collector, sealing, preset, mapping);
    }

    private static String expected(String preset, String example) {
        String path = "/hooks/" + preset + "/" + example + ".json";
        try (InputStream in =
                Objects.requireNonNull(HookPresetsTest.class.getResourceAsStream(path), path)) {
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
