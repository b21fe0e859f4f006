package io.itinera.messaging;

import io.itinera.kit.logs.LogKeys;
import io.itinera.kit.logs.LogWith;
import io.itinera.messaging.Deliveries.Claim;
import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.delivery.Decision;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.store.FreshContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries due deliveries to their provider. It reads no topic: a provider that is down keeps rows
 * waiting and no partition, and a claim that dies with its process is anybody's when its lease
 * ends.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final String SETTLED = "settled";

    private final Deliveries deliveries;
    private final HandOver handOver;
    private final FreshContext contexts;
    private final MessagingConfig.Delivery config;
    private final MeterRegistry meters;
    private final InFlight inFlight;
    private volatile @Nullable MultiEmitter<? super Sweep> caller;

    @Inject
    Dispatcher(
            Deliveries deliveries,
            HandOver handOver,
            FreshContext contexts,
            MessagingConfig config,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.handOver = handOver;
        this.contexts = contexts;
        this.config = config.delivery();
        this.meters = meters;
        this.inFlight = new InFlight(config.delivery().concurrency());
    }

    /** A reason to look for due deliveries. */
    private enum Sweep {
        TICK,
        CALL
    }

    /** Says that there may be something to do, so that it need not wait for the next sweep. */
    public void call() {
        MultiEmitter<? super Sweep> known = caller;
        if (known != null) {
            known.emit(Sweep.CALL);
        }
    }

    /** Every delivery that was dealt with, for as long as we run. */
    @Outgoing(SETTLED)
    Multi<UUID> settled() {
        Multi<Sweep> ticks =
                Multi.createFrom()
                        .ticks()
                        .every(config.sweep())
                        .map(_ -> Sweep.TICK)
                        .onOverflow()
                        .drop();
        Multi<Sweep> calls =
                Multi.createFrom()
                        .emitter(emitter -> caller = emitter, BackPressureStrategy.LATEST);
        return Multi.createBy()
                .merging()
                .streams(ticks, calls)
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToMultiAndConcatenate(_ -> due())
                .onItem()
                .transformToUni(this::settle)
                .merge(config.concurrency());
    }

    /** One more. */
    @Incoming(SETTLED)
    void count(UUID key) {
        LOG.tracef("Settled %s", key);
        meters.counter("itinera.deliveries.settled").increment();
        call();
    }

    private Multi<Claim> due() {
        return Multi.createBy()
                .repeating()
                .uni(this::claim)
                .whilst(claims -> claims.size() == config.concurrency())
                .onItem()
                .disjoint();
    }

    private Uni<List<Claim>> claim() {
        if (inFlight.closed()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.createFrom()
                .deferred(() -> deliveries.claim(config.concurrency(), config.lease()))
                .runSubscriptionOn(contexts)
                .onFailure()
                .invoke(lost -> LOG.warn("Due deliveries cannot be read; trying again", lost))
                .onFailure()
                .recoverWithItem(List.of());
    }

    private Uni<UUID> settle(Claim claim) {
        return inFlight.begin(
                        () ->
                                Uni.createFrom()
                                        .deferred(() -> deliver(claim))
                                        .runSubscriptionOn(contexts))
                .onFailure()
                .invoke(lost -> warn(claim, lost))
                .onFailure()
                .recoverWithNull()
                .replaceWith(claim.key());
    }

    private Uni<Void> deliver(Claim claim) {
        return deliveries
                .due(claim)
                .onFailure()
                .recoverWithUni(why -> stumbled(claim, why))
                .map(decision -> decision.flatMap(Decision::letter))
                .flatMap(letter -> handOver(claim.key(), letter));
    }

    /** What cannot be decided or saved is an input too, so that it ends and nobody waits for it. */
    private Uni<Optional<Decision>> stumbled(Claim claim, Throwable why) {
        warn(claim, why);
        Input.Stumbled input = new Input.Stumbled("stumbled:" + why.getClass().getSimpleName());
        return deliveries.stumbled(claim, input).replaceWith(Optional.empty());
    }

    private Uni<Void> handOver(UUID key, Optional<Letter> letter) {
        return letter.map(written -> handOver.of(key, written))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void warn(Claim claim, Throwable lost) {
        LogWith.keys(
                Map.of(LogKeys.SEND, claim.key()),
                () -> LOG.warn("A delivery was not settled; it is tried again", lost));
    }

    void stop(@Observes ShutdownEvent event) {
        if (!inFlight.close(config.drain())) {
            LOG.warn("Stopped with messages on their way; they are sent again");
        }
    }
}
