package io.itinera.gateway.domain;

import io.itinera.contracts.settings.SignatureRule;
import io.itinera.contracts.settings.Webhook;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a source to take webhooks.
 *
 * @param preset whose signature is checked
 * @param secret what it is checked with; absent keeps the one that is known
 * @param rule how it is checked, for senders without a preset of their own
 * @param mapping the JSONata expression that makes events of a body; empty for the preset's own
 */
public record WebhookWish(
        String preset, @Nullable String secret, @Nullable SignatureRule rule, String mapping) {
    /** The preset of senders that sign nothing. */
    public static final String UNSIGNED = "none";

    /** The preset of senders that a rule describes. */
    public static final String RULED = "hmac";

    /** Whether it can be had only with a secret that it does not bring and nobody knows. */
    public boolean lacksSecret(@Nullable Webhook before) {
        return secret == null
                && !preset.equals(UNSIGNED)
                && (before == null
                        || before.sealedSecret() == null
                        || !before.preset().equals(preset));
    }

    /**
     * What it comes to.
     *
     * @param sealed the secret, sealed, if it brings one
     */
    public Webhook granted(@Nullable String sealed, @Nullable Webhook before) {
        String known = sealed == null && before != null ? before.sealedSecret() : sealed;
        return new Webhook(preset, preset.equals(UNSIGNED) ? null : known, rule, mapping);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "WebhookWish[" + preset + "]";
    }
}
