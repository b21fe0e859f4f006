package io.itinera.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.SignatureRule;
import io.itinera.contracts.settings.SourceLag;
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
 * @param lag how late its events are, in lists only; absent while nothing is known
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
        @Nullable LagView lag,
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

    /**
     * How late its live events are, over seven days.
     *
     * @param p50Ms the lag that half of them did not exceed, in milliseconds; absent when there
     *     were none
     * @param p99Ms likewise, that 99 of 100 did not exceed
     * @param events how many they were
     * @param watermark up to when its events are likely all here; absent when it has been silent
     * @param completeUpTo what it declared itself, when that is the watermark's reason
     * @param at when this was so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LagView(
            @Nullable Long p50Ms,
            @Nullable Long p99Ms,
            long events,
            @Nullable Instant watermark,
            @Nullable Instant completeUpTo,
            Instant at) {
        static @Nullable LagView of(@Nullable SourceLag lag) {
            return lag == null
                    ? null
                    : new LagView(
                            lag.p50Ms(),
                            lag.p99Ms(),
                            lag.events(),
                            lag.watermark(),
                            lag.completeUpTo(),
                            lag.at());
        }
    }

    static SourceView of(EventSource source) {
        return of(source, null, null);
    }

    static SourceView of(Sources.Seen seen) {
        return of(seen.source(), LagView.of(seen.lag()), null);
    }

    static SourceView of(Sources.Keyed keyed) {
        return of(keyed.source(), null, keyed.writeKey().text());
    }

    private static SourceView of(
            EventSource source, @Nullable LagView lag, @Nullable String writeKey) {
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
                lag,
                writeKey);
    }
}
