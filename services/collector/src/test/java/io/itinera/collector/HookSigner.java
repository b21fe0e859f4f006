package io.itinera.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.dialects.Query;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs deliveries as each provider's documentation says, with nothing of the collector's. */
final class HookSigner {
    private static final String SECRET = "whsec_a secret of tests";
    private static final int FIELDS = 100;

    private final String preset;
    private final KeyPair keys;

    HookSigner(String preset) {
        this.preset = preset;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What the source is told. */
    String secret() {
        return preset.equals("sendgrid")
                ? Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
                : SECRET;
    }

    /** The headers that a delivery brings beside its own. */
    Map<String, String> headers(String address, byte[] body, Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        String millis = Long.toString(at.toEpochMilli());
        String date = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (preset) {
            case "stripe" ->
                    Map.of(
                            "Stripe-Signature",
                            "t=" + seconds + ",v1=" + hex(hmac("SHA256", seconds + ".", body, "")));
            case "shopify" -> Map.of("X-Shopify-Hmac-SHA256", base64(hmac("SHA256", "", body, "")));
            case "hubspot" ->
                    Map.of(
                            "X-HubSpot-Request-Timestamp",
                            millis,
                            "X-HubSpot-Signature-v3",
                            base64(hmac("SHA256", "POST" + address, body, millis)));
            case "zendesk" ->
                    Map.of(
                            "X-Zendesk-Webhook-Signature-Timestamp",
                            date,
                            "X-Zendesk-Webhook-Signature",
                            base64(hmac("SHA256", date, body, "")));
            case "sendgrid" ->
                    Map.of(
                            "X-Twilio-Email-Event-Webhook-Timestamp",
                            seconds,
                            "X-Twilio-Email-Event-Webhook-Signature",
                            base64(signed(seconds, body)));
            case "twilio" ->
                    Map.of(
                            "X-Twilio-Signature",
                            base64(hmac("SHA1", address + fields(body), new byte[0], "")));
            case "line" -> Map.of("X-Line-Signature", base64(hmac("SHA256", "", body, "")));
            case "hmac" ->
                    Map.of(
                            "X-Shop-Timestamp",
                            seconds,
                            "X-Shop-Signature",
                            "v1=" + hex(hmac("SHA256", seconds + ".", body, "")));
            default -> Map.of();
        };
    }

    private static String fields(byte[] form) {
        StringBuilder fields = new StringBuilder();
        new TreeMap<>(Query.parse(new String(form, UTF_8), FIELDS))
                .forEach((name, value) -> fields.append(name).append(value));
        return fields.toString();
    }

    private static byte[] hmac(String hash, String before, byte[] body, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(UTF_8));
        all.writeBytes(body);
        all.writeBytes(after.getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance("Hmac" + hash);
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "Hmac" + hash));
            return mac.doFinal(all.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] signed(String time, byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(time.getBytes(UTF_8));
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
