package io.itinera.gateway.store;

import io.itinera.gateway.domain.EventSource;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source's row. */
@Entity(name = "SourceRow")
@Table(name = "source")
class SourceRow extends PanacheEntityBase {
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

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    void take(EventSource source) {
        id = source.id();
        workspace = source.workspace();
        name = source.name();
        enabled = source.enabled();
        keyHash = source.keyHash();
        keyHint = source.keyHint();
        oldKeyHash = source.oldKeyHash();
        historicAfterMs = source.historicAfter().toMillis();
        createdAt = source.createdAt();
    }

    EventSource source() {
        return new EventSource(
                id,
                workspace,
                name,
                enabled,
                keyHash,
                keyHint,
                oldKeyHash,
                Duration.ofMillis(historicAfterMs),
                createdAt);
    }
}
