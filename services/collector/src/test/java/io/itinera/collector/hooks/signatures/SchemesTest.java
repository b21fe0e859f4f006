package io.itinera.collector.hooks.signatures;

import static io.itinera.collector.hooks.signatures.Inspection.complaint;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.contracts.settings.SignatureRule;
import io.itinera.contracts.settings.SignatureRule.Encoding;
import io.itinera.contracts.settings.SignatureRule.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each scheme against signatures that its provider published, or that openssl made. */
final class SchemesTest {
    @Test
    void lineSignsTheBodyAsItsLibraryDoes() {
        Scheme line = new RuledScheme(rule("X-Line-Signature", Encoding.base64));
        assertNull(
                complaint(
                        line,
                        Map.of("x-line-signature", "3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA="),
                        "{}",
                        "SECRET"));
        assertEquals(
                "The signature in the header X-Line-Signature is not of this body, made with this"
                        + " source's secret",
                complaint(line, Map.of("X-Line-Signature", "596359635963"), "{}", "SECRET"));
    }

    @Test
    void missingHeaderIsNamed() {
        assertEquals(
                "The header X-Line-Signature is missing: deliveries to this source must be signed",
                complaint(
                        new RuledScheme(rule("X-Line-Signature", Encoding.base64)),
                        Map.of(),
                        "{}",
                        "SECRET"));
    }

    /** printf '1764000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test. */
    @Test
    void stripeSignsTimeAndBody() {
        String good = "76728ba9029660ebc0a14b80fefcffcc0ad9c7139948290090e9bb71e97d5918";
        assertNull(stripe("t=1764000000,v1=" + good, Duration.ZERO));
        assertNull(stripe("t=1764000000, v1=00ff, v1=" + good + ",v0=aa", Duration.ofMinutes(5)));
        assertEquals(
                "The time in the header Stripe-Signature is more than 5 minutes away from now",
                stripe("t=1764000000,v1=" + good, Duration.ofSeconds(301)));
        assertEquals(
                "The time in the header Stripe-Signature is more than 5 minutes away from now",
                stripe("t=1764000000,v1=" + good, Duration.ofSeconds(-301)));
        assertEquals(
                "The header Stripe-Signature must be t=...,v1=...",
                stripe("v1=" + good, Duration.ZERO));
        assertEquals(
                "The signature in the header Stripe-Signature is not of this body, made with this"
                        + " source's secret",
                stripe("t=1764000001,v1=" + good, Duration.ZERO));
    }

    /** The body and the address that HubSpot's own tests use, signed by openssl. */
    @Test
    void hubSpotSignsMethodAddressBodyAndTime() {
        Map<String, String> headers =
                Map.of(
                        "X-HubSpot-Signature-v3", "wiDj1JntAa4toSViaA1UgHmvimQBdP+zCCjz5pELXzI=",
                        "X-HubSpot-Request-Timestamp", "1764000000000");
        Scheme hubSpot = new HubSpotScheme();
        String secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
        String body = "{\"example_field\":\"example_value\"}";
        Instant then = Instant.ofEpochSecond(1764000000);
        for (String address :
                new String[] {
                    "https://www.example.com/webhook_uri?at=1%3A2",
                    "https://www.example.com/webhook_uri?at=1:2"
                }) {
            assertNull(
                    hubSpot.complaint(
                            new Delivery("POST", address, headers),
                            body.getBytes(UTF_8),
                            secret,
                            then));
        }
        assertEquals(
                "The time in the header X-HubSpot-Request-Timestamp is more than 5 minutes away"
                        + " from now",
                hubSpot.complaint(
                        new Delivery("POST", "https://www.example.com/webhook_uri?at=1:2", headers),
                        body.getBytes(UTF_8),
                        secret,
                        then.plusSeconds(301)));
    }

    /** The secret, the body and the time of Zendesk's documentation, signed by openssl. */
    @Test
    void zendeskSignsTimeAndBody() {
        Scheme zendesk =
                new RuledScheme(
                        new SignatureRule(
                                "X-Zendesk-Webhook-Signature",
                                Hash.sha256,
                                Encoding.base64,
                                null,
                                "X-Zendesk-Webhook-Signature-Timestamp",
                                "{timestamp}{body}"));
        Delivery delivery =
                new Delivery(
                        "POST",
                        "",
                        Map.of(
                                "X-Zendesk-Webhook-Signature",
                                "Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=",
                                "X-Zendesk-Webhook-Signature-Timestamp",
                                "2021-07-25T10:00:00Z"));
        byte[] body = "{\"say\": \"hello\"}".getBytes(UTF_8);
        String secret = "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=";
        Instant then = Instant.parse("2021-07-25T10:04:00Z");
        assertNull(zendesk.complaint(delivery, body, secret, then));
        assertEquals(
                "The time in the header X-Zendesk-Webhook-Signature-Timestamp is more than 5"
                        + " minutes away from now",
                zendesk.complaint(delivery, body, secret, then.plusSeconds(61)));
    }

    /** printf 'v1:1764000000:{}' | openssl dgst -sha512 -hmac secret. */
    @Test
    void ruleSaysHeaderHashEncodingPrefixTimeAndWhatIsSigned() {
        Scheme ruled =
                new RuledScheme(
                        new SignatureRule(
                                "X-Shop-Signature",
                                Hash.sha512,
                                Encoding.hex,
                                "v1=",
                                "X-Shop-Timestamp",
                                "v1:{timestamp}:{body}"));
        String good =
                "213442394cfd9fdaf1e2ee88ce507691cb02bc20583134062f160872c75bd385"
                        + "f4f29e8c456d68dd5db535fbc8e023d01d595f8d655a70119c8d6cd2b112ab0e";
        Map<String, String> headers =
                Map.of("X-Shop-Signature", "v1=" + good, "X-Shop-Timestamp", "1764000000");
        Instant then = Instant.ofEpochSecond(1764000000);
        Delivery delivery = new Delivery("POST", "", headers);
        assertNull(ruled.complaint(delivery, "{}".getBytes(UTF_8), "secret", then));
        assertEquals(
                "The header X-Shop-Signature must begin with v1=",
                complaint(ruled, Map.of("X-Shop-Signature", good), "{}", "secret"));
        assertEquals(
                "The header X-Shop-Timestamp is missing: it must say when this was signed",
                complaint(ruled, Map.of("X-Shop-Signature", "v1=" + good), "{}", "secret"));
        assertEquals(
                "The header X-Shop-Timestamp says no time",
                complaint(
                        ruled,
                        Map.of("X-Shop-Signature", "v1=" + good, "X-Shop-Timestamp", "today"),
                        "{}",
                        "secret"));
    }

    private static SignatureRule rule(String header, Encoding encoding) {
        return new SignatureRule(header, Hash.sha256, encoding, null, null, SignatureRule.BODY);
    }

    private static @Nullable String stripe(String header, Duration later) {
        return new StripeScheme()
                .complaint(
                        new Delivery("POST", "", Map.of("Stripe-Signature", header)),
                        "{\"id\":\"evt_1\"}".getBytes(UTF_8),
                        "whsec_test",
                        Instant.ofEpochSecond(1764000000).plus(later));
    }
}
