package io.itinera.gateway.store;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Webhook;
import io.itinera.gateway.domain.EventSource;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source's row. */
@Entity(name = "SourceRow")
@Table(name = "source")
class SourceRow extends PanacheEntityBase {
    private static final JsonCodec<IntakeRules> RULES = JsonCodec.of(IntakeRules.class);
    private static final JsonCodec<Webhook> WEBHOOK = JsonCodec.of(Webhook.class);

    @Id UUID id;

    @Column(updatable = false)
    UUID workspace;

    String name;
    boolean enabled;

    @Column(name = "key_hash")
    String keyHash;

    @Column(name = "key_hint")
    String keyHint;

    @Column(name = "old_key_hash")
    @Nullable String oldKeyHash;

    @Column(name = "historic_after_ms")
    long historicAfterMs;

    String rules;
    @Nullable String webhook;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    void take(EventSource source) {
        id = source.id();
        workspace = source.workspace();
        name = source.name();
        enabled = source.enabled();
        keyHash = source.keys().hash();
        keyHint = source.keys().hint();
        oldKeyHash = source.keys().oldHash();
        historicAfterMs = source.historicAfter().toMillis();
        rules = text(RULES, source.rules());
        webhook = source.webhook() == null ? null : text(WEBHOOK, source.webhook());
        createdAt = source.createdAt();
    }

    EventSource source() {
        return new EventSource(
                id,
                workspace,
                name,
                enabled,
                new EventSource.Keys(keyHash, keyHint, oldKeyHash),
                Duration.ofMillis(historicAfterMs),
                RULES.read(bytes(rules)),
                webhook == null ? null : WEBHOOK.read(bytes(webhook)),
                createdAt);
    }

    private static <T> String text(JsonCodec<T> codec, T value) {
        return new String(codec.write(value), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
