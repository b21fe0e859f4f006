package io.itinera.gateway.domain;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source as its owner keeps it: the hash of its key, and of the key before while a rotation is
 * under way.
 *
 * @param id the source
 * @param workspace the workspace that its events belong to
 * @param name what people call it
 * @param enabled false when its keys are refused
 * @param keyHash SHA-256 of the key
 * @param keyHint the start of the key, for people
 * @param oldKeyHash SHA-256 of the key before, valid until it is dropped
 * @param historicAfter events that are older on arrival trigger nothing
 * @param createdAt when it was made
 */
public record EventSource(
        UUID id,
        UUID workspace,
        String name,
        boolean enabled,
        String keyHash,
        String keyHint,
        @Nullable String oldKeyHash,
        Duration historicAfter,
        Instant createdAt) {
    /** A new source with its first key. */
    public static EventSource created(
            UUID id, UUID workspace, String name, Secret key, Instant now) {
        return new EventSource(
                id,
                workspace,
                name,
                true,
                key.hash(),
                key.hint(),
                null,
                Source.DEFAULT_HISTORIC_AFTER,
                now);
    }

    /** With a new key; the one before stays valid, the one before that does not. */
    public EventSource rotated(Secret key) {
        return new EventSource(
                id,
                workspace,
                name,
                enabled,
                key.hash(),
                key.hint(),
                keyHash,
                historicAfter,
                createdAt);
    }

    /** With its newest key only. */
    public EventSource withoutOldKey() {
        return new EventSource(
                id, workspace, name, enabled, keyHash, keyHint, null, historicAfter, createdAt);
    }

    /** With another name, enabled or not. */
    public EventSource edited(String newName, boolean nowEnabled) {
        return new EventSource(
                id,
                workspace,
                newName,
                nowEnabled,
                keyHash,
                keyHint,
                oldKeyHash,
                historicAfter,
                createdAt);
    }

    /** What collectors are told. */
    public Source published() {
        List<String> hashes = Stream.of(keyHash, oldKeyHash).filter(Objects::nonNull).toList();
        return new Source(
                id,
                workspace.toString(),
                name,
                hashes,
                enabled,
                historicAfter,
                IntakeRules.DEFAULT,
                null,
                Map.of());
    }
}
