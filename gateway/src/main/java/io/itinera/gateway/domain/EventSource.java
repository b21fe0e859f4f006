package io.itinera.gateway.domain;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source as its owner keeps it.
 *
 * @param id the source
 * @param workspace the workspace that its events belong to
 * @param name what people call it
 * @param enabled false when its keys are refused
 * @param keys what lets its events in
 * @param historicAfter events that are older on arrival trigger nothing
 * @param rules what it lets in
 * @param webhook how it takes another system's webhooks; null when it takes none
 * @param createdAt when it was made
 */
public record EventSource(
        UUID id,
        UUID workspace,
        String name,
        boolean enabled,
        Keys keys,
        Duration historicAfter,
        IntakeRules rules,
        @Nullable Webhook webhook,
        Instant createdAt) {
    /**
     * The key of a source, and the one before while a rotation is under way.
     *
     * @param hash SHA-256 of the key
     * @param hint the start of the key, for people
     * @param oldHash SHA-256 of the key before, valid until it is dropped
     */
    public record Keys(String hash, String hint, @Nullable String oldHash) {
        Keys rotated(Secret key) {
            return new Keys(key.hash(), key.hint(), hash);
        }

        Keys withoutOld() {
            return new Keys(hash, hint, null);
        }

        List<String> hashes() {
            return Stream.of(hash, oldHash).filter(Objects::nonNull).toList();
        }
    }

    /**
     * A new source with its first key.
     *
     * @param webhook what the wish for one was granted as
     */
    public static EventSource created(
            UUID id,
            UUID workspace,
            SourceWish wish,
            @Nullable Webhook webhook,
            Secret key,
            Instant now) {
        return new EventSource(
                        id,
                        workspace,
                        wish.name(),
                        true,
                        new Keys(key.hash(), key.hint(), null),
                        Source.DEFAULT_HISTORIC_AFTER,
                        IntakeRules.DEFAULT,
                        null,
                        now)
                .edited(wish, webhook);
    }

    /** With a new key; the one before stays valid, the one before that does not. */
    public EventSource rotated(Secret key) {
        return with(keys.rotated(key), webhook);
    }

    /** With its newest key only. */
    public EventSource withoutOldKey() {
        return with(keys.withoutOld(), webhook);
    }

    /** Taking no webhooks any more. */
    public EventSource withoutWebhook() {
        return with(keys, null);
    }

    private EventSource with(Keys itsKeys, @Nullable Webhook itsWebhook) {
        return new EventSource(
                id, workspace, name, enabled, itsKeys, historicAfter, rules, itsWebhook, createdAt);
    }

    /**
     * As somebody wants it.
     *
     * @param granted what the wish for a webhook was granted as; null keeps the present one
     */
    public EventSource edited(SourceWish wish, @Nullable Webhook granted) {
        return new EventSource(
                id,
                workspace,
                wish.name(),
                wish.enabled(),
                keys,
                wish.historicAfter() == null ? historicAfter : wish.historicAfter(),
                wish.rules() == null ? rules : wish.rules(),
                granted == null ? webhook : granted,
                createdAt);
    }

    /** What collectors are told. */
    public Source published() {
        return new Source(
                id,
                workspace.toString(),
                name,
                keys.hashes(),
                enabled,
                historicAfter,
                rules,
                webhook,
                Map.of());
    }
}
