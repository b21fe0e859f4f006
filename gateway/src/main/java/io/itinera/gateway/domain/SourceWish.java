package io.itinera.gateway.domain;

import io.itinera.contracts.settings.IntakeRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a source to be; what is absent stays as it is.
 *
 * @param name what people call it
 * @param enabled false to refuse its keys
 * @param historicAfter events that are older on arrival trigger nothing
 * @param rules what it lets in
 * @param webhook how it takes another system's webhooks
 */
public record SourceWish(
        String name,
        boolean enabled,
        @Nullable Duration historicAfter,
        @Nullable IntakeRules rules,
        @Nullable WebhookWish webhook) {}
