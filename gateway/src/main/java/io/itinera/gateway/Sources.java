package io.itinera.gateway;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.contracts.settings.Webhook;
import io.itinera.gateway.domain.EventSource;
import io.itinera.gateway.domain.Secret;
import io.itinera.gateway.domain.SourceWish;
import io.itinera.gateway.domain.WebhookWish;
import io.itinera.gateway.store.Publications;
import io.itinera.gateway.store.SourceLags;
import io.itinera.gateway.store.SourceStore;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.sealing.Sealing;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace's events come from, and the keys that let them in. Made at the start, so that a
 * wrong settings key stops it.
 */
@Startup
@ApplicationScoped
public class Sources {
    private static final JsonCodec<Source> CODEC = JsonCodec.of(Source.class);

    private final SourceStore sources;
    private final Publications publications;
    private final Sealing sealing;
    private final SourceLags lags;
    private final SecureRandom random = new SecureRandom();

    Sources(SourceStore sources, Publications publications, Sealing sealing, SourceLags lags) {
        this.sources = sources;
        this.publications = publications;
        this.sealing = sealing;
        this.lags = lags;
    }

    /**
     * A source together with a key that was just made; nobody can ask for it again.
     *
     * @param source the source
     * @param writeKey the key
     */
    public record Keyed(EventSource source, Secret writeKey) {}

    /**
     * A source together with what is known of how late its events are.
     *
     * @param source the source
     * @param lag null while nothing is known
     */
    public record Seen(EventSource source, @Nullable SourceLag lag) {}

    /** The sources of a workspace. */
    @WithSession
    public Uni<List<Seen>> in(UUID workspace) {
        return sources.inWorkspace(workspace)
                .map(all -> all.stream().map(source -> seen(workspace, source)).toList());
    }

    private Seen seen(UUID workspace, EventSource source) {
        return new Seen(source, lags.of(workspace, source.id()).orElse(null));
    }

    /** Adds a source with its first key. */
    @WithTransaction
    public Uni<Keyed> add(UUID workspace, SourceWish wish) {
        Secret key = newKey();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID id = Ids.v7();
        Webhook webhook = granted(wish.webhook(), id, null);
        EventSource created = EventSource.created(id, workspace, wish, webhook, key, now);
        return sources.inWorkspace(workspace)
                .invoke(Sources::requireRoom)
                .flatMap(ignored -> sources.add(created))
                .flatMap(this::publish)
                .map(source -> new Keyed(source, key));
    }

    private static void requireRoom(List<EventSource> all) {
        if (all.size() >= SourceStore.MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A workspace has at most " + SourceStore.MOST + " sources");
        }
    }

    /** Gives a source a new key; its present one stays valid until it is dropped. */
    @WithTransaction
    public Uni<Keyed> rotate(UUID workspace, UUID source) {
        Secret key = newKey();
        return change(workspace, source, before -> before.rotated(key))
                .map(rotated -> new Keyed(rotated, key));
    }

    /** Ends the validity of the key before the present one. */
    @WithTransaction
    public Uni<EventSource> dropOldKey(UUID workspace, UUID source) {
        return change(workspace, source, EventSource::withoutOldKey);
    }

    /** Makes a source as somebody wants it. */
    @WithTransaction
    public Uni<EventSource> edit(UUID workspace, UUID source, SourceWish wish) {
        return change(
                workspace,
                source,
                before -> before.edited(wish, granted(wish.webhook(), source, before.webhook())));
    }

    /** Ends a source's taking of webhooks, and forgets the secret. */
    @WithTransaction
    public Uni<EventSource> dropWebhook(UUID workspace, UUID source) {
        return change(workspace, source, EventSource::withoutWebhook);
    }

    private @Nullable Webhook granted(
            @Nullable WebhookWish wish, UUID source, @Nullable Webhook before) {
        if (wish == null) {
            return null;
        }
        if (wish.lacksSecret(before)) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "Signatures are checked with a secret",
                    List.of(new Flaw("/webhook/secret", "is needed with this preset")));
        }
        String secret = wish.secret();
        return wish.granted(secret == null ? null : sealing.seal(secret, source), before);
    }

    private Uni<EventSource> change(UUID workspace, UUID id, UnaryOperator<EventSource> step) {
        return sources.locked(workspace, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("source", id))
                .map(step)
                .flatMap(sources::replace)
                .flatMap(this::publish);
    }

    private Uni<EventSource> publish(EventSource source) {
        return publications
                .append(Topics.SOURCES, key(source), CODEC, source.published())
                .replaceWith(source);
    }

    private static String key(EventSource source) {
        return Keys.head(source.workspace().toString(), source.id());
    }

    private Secret newKey() {
        byte[] bytes = new byte[Secret.RANDOM_BYTES];
        random.nextBytes(bytes);
        return Secret.of(bytes);
    }
}
