package io.itinera.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        Instant createdAt,
        @Nullable String writeKey) {
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
                source.keyHint(),
                source.oldKeyHash() != null,
                source.historicAfter(),
                source.createdAt(),
                writeKey);
    }
}
