package io.itinera.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.SignatureRule;
import io.itinera.contracts.settings.Webhook;
import io.itinera.gateway.Sources;
import io.itinera.gateway.domain.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as members see it.
 *
 * @param keyHint the start of its key
 * @param rotating whether the key before is still valid
 * @param webhook absent when it takes none
 * @param writeKey its key, in the answer that made it and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
        UUID id,
        String name,
        boolean enabled,
        String keyHint,
        boolean rotating,
        Duration historicAfter,
        IntakeRules rules,
        @Nullable WebhookView webhook,
        Instant createdAt,
        @Nullable String writeKey) {
    /**
     * How it takes webhooks, without the secret.
     *
     * @param secretSet whether there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookView(
            String preset, boolean secretSet, @Nullable SignatureRule rule, String mapping) {
        static @Nullable WebhookView of(@Nullable Webhook webhook) {
            return webhook == null
                    ? null
                    : new WebhookView(
                            webhook.preset(),
                            webhook.sealedSecret() != null,
                            webhook.rule(),
                            webhook.mapping());
        }
    }

    static SourceView of(EventSource source) {
        return of(source, null);
    }

    static SourceView of(Sources.Keyed keyed) {
        return of(keyed.source(), keyed.writeKey().text());
    }

    private static SourceView of(EventSource source, @Nullable String writeKey) {
        return new SourceView(
                source.id(),
                source.name(),
                source.enabled(),
                source.keys().hint(),
                source.keys().oldHash() != null,
                source.historicAfter(),
                source.rules(),
                WebhookView.of(source.webhook()),
                source.createdAt(),
                writeKey);
    }
}
