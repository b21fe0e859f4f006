package io.itinera.collector.hooks.signatures;

import io.itinera.collector.hooks.domain.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One way to sign a delivery. */
public sealed interface Scheme
        permits RuledScheme, StripeScheme, HubSpotScheme, SendGridScheme, TwilioScheme {

    /** The header that carries the signature. */
    String header();

    /**
     * What speaks against a delivery: a sentence that names the header and what is expected of it,
     * never the secret, nor what the signature should have been. Null when it is genuine.
     *
     * @param secret the shared secret, or the sender's public key
     */
    @Nullable String complaint(Delivery delivery, byte[] body, String secret, Instant now);
}
