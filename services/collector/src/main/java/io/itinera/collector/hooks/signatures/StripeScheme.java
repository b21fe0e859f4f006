package io.itinera.collector.hooks.signatures;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.contracts.settings.SignatureRule.Encoding;
import io.itinera.contracts.settings.SignatureRule.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's: one header with the time and one or more signatures, several while a secret is being
 * rolled. <a href="https://docs.stripe.com/webhooks/signature">Stripe, Verify events</a>.
 */
public record StripeScheme() implements Scheme {
    private static final String HEADER = "Stripe-Signature";

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
        List<String> times = values(told, "t=");
        List<String> signatures = values(told, "v1=");
        if (times.isEmpty() || signatures.isEmpty()) {
            return "The header " + HEADER + " must be t=...,v1=...";
        }
        String time = times.getFirst();
        String late = Age.complaint(HEADER, time, now);
        if (late != null) {
            return late;
        }
        return signatures.stream().anyMatch(it -> isOf(it, time, body, secret))
                ? null
                : Complaints.wrong(HEADER);
    }

    private static boolean isOf(String signature, String time, byte[] body, String secret) {
        return new Hmac(Hash.sha256, secret)
                .with(time)
                .with(".")
                .with(body)
                .is(signature, Encoding.hex);
    }

    private static List<String> values(String header, String name) {
        List<String> values = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String bare = part.strip();
            if (bare.startsWith(name)) {
                values.add(bare.substring(name.length()));
            }
        }
        return values;
    }
}
