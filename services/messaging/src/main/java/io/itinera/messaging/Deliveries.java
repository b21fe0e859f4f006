package io.itinera.messaging;

import io.itinera.kit.outbox.OutboxRow;
import io.itinera.messaging.domain.delivery.Circumstances;
import io.itinera.messaging.domain.delivery.Decision;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.DeliveryFilter;
import io.itinera.messaging.domain.delivery.DeliveryListing;
import io.itinera.messaging.domain.delivery.DeliveryStep;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.store.CircumstancesStore;
import io.itinera.messaging.store.DeliverySearch;
import io.itinera.messaging.store.DeliveryStore;
import io.itinera.messaging.store.EffectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every input of a delivery: load, decide, save, in one transaction, with what it tells others in
 * the same one.
 */
@ApplicationScoped
public class Deliveries {
    private final DeliveryStore store;
    private final DeliverySearch search;
    private final CircumstancesStore circumstances;
    private final EffectStore effects;
    private final DeliveryStep step;
    private final WorkspaceSettings settings;
    private final Clock clock;
    private final Vertx vertx;

    @Inject
    Deliveries(
            DeliveryStore store,
            DeliverySearch search,
            CircumstancesStore circumstances,
            EffectStore effects,
            DeliveryStep step,
            WorkspaceSettings settings,
            Clock clock,
            Vertx vertx) {
        this.store = store;
        this.search = search;
        this.circumstances = circumstances;
        this.effects = effects;
        this.step = step;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * Takes what journeys ask for, in order, and tells quarantine what could not be read: all of it
     * or, when that fails, nothing.
     */
    public Uni<Void> take(List<Input.Commanded> commands, List<OutboxRow> unreadable) {
        List<UUID> keys = commands.stream().map(Input.Commanded::key).distinct().toList();
        return Panache.withTransaction(
                () ->
                        store.locked(keys)
                                .flatMap(known -> take(commands, new HashMap<>(known)))
                                .chain(() -> effects.append(unreadable)));
    }

    private Uni<Void> take(List<Input.Commanded> commands, Map<UUID, Delivery> known) {
        Uni<Void> taken = Uni.createFrom().voidItem();
        for (Input.Commanded command : commands) {
            Instant now = clock.instant();
            Delivery before = known.get(command.key());
            Decision decision =
                    before == null ? step.begin(command, now) : step.step(before, command, now);
            known.put(command.key(), decision.delivery());
            taken = taken.chain(() -> save(decision, now));
        }
        return taken;
    }

    /** Takes deliveries that are due for itself, until the lease ends. */
    public Uni<List<Claim>> claim(int most, Duration lease) {
        Instant now = clock.instant();
        Instant ends = now.plus(lease).truncatedTo(ChronoUnit.MILLIS);
        return Panache.withTransaction(() -> store.claim(now, ends, most))
                .map(keys -> keys.stream().map(key -> new Claim(key, ends)).toList());
    }

    /**
     * A delivery that is ours for a while.
     *
     * @param key the send's key
     * @param until when the lease ends, by which its row is known to be ours still
     */
    public record Claim(UUID key, Instant until) {
        boolean holds(Delivery delivery) {
            return until.equals(delivery.progress().dueAt());
        }
    }

    /**
     * Decides what becomes of a delivery that is due; writing its letter takes a worker. A claim
     * that waited until its lease ended decides nothing: the delivery may be another's by now.
     */
    public Uni<Optional<Decision>> due(Claim claim) {
        return Panache.withTransaction(
                () ->
                        store.locked(claim.key())
                                .map(Optional::ofNullable)
                                .map(found -> found.filter(claim::holds))
                                .flatMap(this::due));
    }

    private Uni<Optional<Decision>> due(Optional<Delivery> ours) {
        return ours.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : due(ours.get()).map(Optional::of);
    }

    private Uni<Decision> due(Delivery delivery) {
        Instant now = clock.instant();
        return circumstances
                .of(delivery, settings.of(delivery.workspace()))
                .flatMap(how -> decided(delivery, how, now))
                .call(decision -> save(decision, now));
    }

    private Uni<Decision> decided(Delivery delivery, Circumstances how, Instant now) {
        return vertx.executeBlocking(() -> step.step(delivery, new Input.Due(how), now), false);
    }

    /**
     * What a claim could not be decided or saved for, as an input; nothing when it is ours no more.
     */
    public Uni<Void> stumbled(Claim claim, Input.Stumbled input) {
        Instant now = clock.instant();
        return Panache.withTransaction(
                () ->
                        store.locked(claim.key())
                                .map(Optional::ofNullable)
                                .map(found -> found.filter(claim::holds))
                                .flatMap(ours -> stumbled(ours, input, now)));
    }

    private Uni<Void> stumbled(Optional<Delivery> ours, Input.Stumbled input, Instant now) {
        return ours.isEmpty()
                ? Uni.createFrom().voidItem()
                : save(step.step(ours.get(), input, now), now);
    }

    /** Keeps a delivery ours for another lease, while its provider is being told. */
    public Uni<Void> keep(UUID key, Duration lease) {
        Instant ends = clock.instant().plus(lease);
        return Panache.withTransaction(() -> store.keep(key, ends));
    }

    /** What the provider or the customer did with a delivery; nothing when it is unknown. */
    public Uni<Void> happened(UUID key, Input input) {
        Instant now = clock.instant();
        return Panache.withTransaction(
                () ->
                        store.locked(key)
                                .onItem()
                                .ifNotNull()
                                .transformToUni(
                                        delivery -> save(step.step(delivery, input, now), now)));
    }

    /** Deliveries, the newest first. */
    public Uni<List<DeliveryListing>> list(DeliveryFilter filter) {
        return Panache.withSession(() -> search.list(filter));
    }

    /** One delivery of a workspace; null when it has none of this key. */
    public Uni<@Nullable Delivery> find(String workspace, UUID key) {
        return Panache.withSession(() -> search.find(workspace, key));
    }

    private Uni<Void> save(Decision decision, Instant now) {
        return store.save(decision.delivery()).chain(() -> effects.save(decision, now));
    }
}
