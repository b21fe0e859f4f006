package io.itinera.gateway.api;

import io.itinera.gateway.domain.SourceWish;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is sent; what is absent stays as it is, or becomes the default of a new one.
 *
 * @param name what people call it
 * @param enabled false to refuse its keys; absent is true
 * @param historicAfter events that are older on arrival count in history and trigger nothing
 * @param rules what it lets in
 * @param webhook how it takes another system's webhooks
 */
record SourceRequest(
        String name,
        @Nullable Boolean enabled,
        @Nullable Duration historicAfter,
        @Nullable RulesRequest rules,
        @Nullable WebhookRequest webhook) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(400);

    SourceWish checked() {
        Shape shape = new Shape().name("/name", name);
        if (historicAfter != null) {
            shape.within("/historicAfter", historicAfter, SHORTEST, LONGEST);
        }
        if (rules != null) {
            rules.check(shape);
        }
        if (webhook != null) {
            webhook.check(shape);
        }
        shape.complete();
        return new SourceWish(
                name,
                enabled == null || enabled,
                historicAfter,
                rules == null ? null : rules.rules(),
                webhook == null ? null : webhook.wish());
    }
}
