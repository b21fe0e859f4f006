package io.itinera.messaging;

import io.itinera.contracts.Cause;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.settings.Workspace;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.messaging.domain.AddressConsent;
import io.itinera.messaging.domain.Answer;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.store.ConsentStore;
import io.itinera.messaging.store.DeliverySearch;
import io.itinera.messaging.store.DeliveryStore;
import io.itinera.messaging.store.EffectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say when they are asked whether we may write to them. An answer holds from the moment
 * that its row is there, and the loop is told in the same transaction.
 */
@ApplicationScoped
public class Consents {
    private final ConsentStore store;
    private final DeliveryStore deliveries;
    private final DeliverySearch search;
    private final EffectStore effects;
    private final WorkspaceSettings settings;
    private final Clock clock;

    @Inject
    Consents(
            ConsentStore store,
            DeliveryStore deliveries,
            DeliverySearch search,
            EffectStore effects,
            WorkspaceSettings settings,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.search = search;
        this.effects = effects;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Who asks to hear no more, for the page that they see.
     *
     * @param workspace what people call the workspace
     * @param locale the language of its messages
     */
    public record Leaving(String workspace, String locale) {}

    /** Whose mail a send was; null when it is unknown. */
    public Uni<@Nullable Leaving> leaving(UUID send) {
        return Panache.withSession(() -> search.find(send))
                .map(delivery -> delivery == null ? null : leaving(delivery.workspace()));
    }

    private Leaving leaving(String workspace) {
        Workspace known = settings.of(workspace);
        return known == null ? new Leaving("", "en") : new Leaving(known.name(), known.locale());
    }

    /** The customer of a send wants no more; said twice, it is said once. */
    public Uni<Void> unsubscribe(UUID send) {
        return Panache.withTransaction(
                () ->
                        deliveries
                                .locked(send)
                                .onItem()
                                .ifNotNull()
                                .transformToUni(this::unsubscribe));
    }

    private Uni<Void> unsubscribe(Delivery delivery) {
        EmailAddress address = delivery.address().orElse(null);
        String channel = delivery.channel().orElse(null);
        if (address == null || channel == null) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Said said = new Said(delivery.workspace(), channel, address, Answer.NO, now);
        Cause asked = delivery.cause();
        Cause cause =
                new Cause(
                        asked.journey(),
                        asked.version(),
                        asked.enrollment(),
                        asked.node(),
                        asked.visit(),
                        delivery.key());
        OutboxRow row =
                EffectStore.row(outcome(said, delivery.customer(), cause), delivery.traceparent());
        return changed(said).flatMap(changed -> changed ? tell(List.of(row)) : nothing());
    }

    /** An answer that came another way, such as from a form of the workspace's own. */
    public Uni<AddressConsent> answer(
            String workspace, String channel, EmailAddress address, Answer answer) {
        Said said = new Said(workspace, channel, address, answer, clock.instant());
        return Panache.withTransaction(
                () ->
                        changed(said)
                                .flatMap(changed -> changed ? tellCustomers(said) : nothing())
                                .chain(() -> store.of(workspace, channel, address)));
    }

    /** What we know of an address. */
    public Uni<List<AddressConsent>> of(String workspace, EmailAddress address) {
        return Panache.withSession(() -> store.list(workspace, address));
    }

    private record Said(
            String workspace, String channel, EmailAddress address, Answer answer, Instant at) {}

    private Uni<Boolean> changed(Said said) {
        return store.answer(
                said.workspace(), said.channel(), said.address(), said.answer(), said.at());
    }

    private Uni<Void> tellCustomers(Said said) {
        return search.customersOf(said.workspace(), said.address())
                .map(
                        customers ->
                                customers.stream()
                                        .map(customer -> outcome(said, customer, null))
                                        .map(outcome -> EffectStore.row(outcome, null))
                                        .toList())
                .flatMap(this::tell);
    }

    private Uni<Void> tell(List<OutboxRow> rows) {
        return effects.append(rows);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Outcome outcome(Said said, UUID customer, @Nullable Cause cause) {
        String state = said.answer() == Answer.YES ? "granted" : "denied";
        return new Outcome(
                Ids.v7().toString(),
                said.workspace(),
                customer,
                OutcomeName.CONSENT_CHANGED,
                Map.of("channel", said.channel(), "state", state),
                said.at(),
                cause,
                0,
                Map.of());
    }
}
