package io.itinera.collector.hooks.signatures;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.contracts.settings.SignatureRule.Encoding;
import io.itinera.contracts.settings.SignatureRule.Hash;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's third version: method, address, body and time. The older ones, which HubSpot sends
 * beside it, are dated by nothing and are not looked at. <a
 * href="https://developers.hubspot.com/docs/api/webhooks/validating-requests">HubSpot, Validate
 * requests</a>.
 */
public record HubSpotScheme() implements Scheme {
    private static final String HEADER = "X-HubSpot-Signature-v3";
    private static final String TIME = "X-HubSpot-Request-Timestamp";

    /** What HubSpot signs decoded, wherever it stands in the address. */
    private static final Map<String, String> DECODED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("%3A", ":"),
                            Map.entry("%2F", "/"),
                            Map.entry("%3F", "?"),
                            Map.entry("%40", "@"),
                            Map.entry("%21", "!"),
                            Map.entry("%24", "$"),
                            Map.entry("%27", "'"),
                            Map.entry("%28", "("),
                            Map.entry("%29", ")"),
                            Map.entry("%2A", "*"),
                            Map.entry("%2C", ","),
                            Map.entry("%3B", ";")));

    @Override
    public String header() {
        return HEADER;
    }

    @Override
    public @Nullable String complaint(Delivery delivery, byte[] body, String secret, Instant now) {
        String told = delivery.header(HEADER);
        if (told == null) {
            return Complaints.missing(HEADER);
        }
        String time = delivery.header(TIME);
        String late = Age.complaint(TIME, time, now);
        if (late != null || time == null) {
            return late;
        }
        Hmac hmac =
                new Hmac(Hash.sha256, secret)
                        .with(delivery.method())
                        .with(decoded(delivery.address()))
                        .with(body)
                        .with(time);
        return hmac.is(told, Encoding.base64)
                ? null
                : Complaints.wrong(HEADER) + "; the address counts as " + delivery.address();
    }

    private static String decoded(String address) {
        String text = address;
        for (Map.Entry<String, String> each : DECODED.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }
}
