package io.itinera.messaging;

import io.itinera.kit.logs.LogKeys;
import io.itinera.kit.logs.LogWith;
import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.provider.MailProvider;
import io.itinera.messaging.store.FreshContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives a letter to the provider and writes down what it answers. The delivery stays ours until
 * then, however slow the provider or our database is; only a process that died lets go of it.
 */
@ApplicationScoped
class HandOver {
    private static final Logger LOG = Logger.getLogger(HandOver.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** So often a lease is renewed before it would end. */
    private static final int RENEWALS = 3;

    private final Deliveries deliveries;
    private final MailProvider provider;
    private final FreshContext contexts;
    private final MessagingConfig.Delivery config;
    private final MeterRegistry meters;

    @Inject
    HandOver(
            Deliveries deliveries,
            MailProvider provider,
            FreshContext contexts,
            MessagingConfig config,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.provider = provider;
        this.contexts = contexts;
        this.config = config.delivery();
        this.meters = meters;
    }

    /** Hands a letter over, once, and ends when the answer stands in the delivery's row. */
    Uni<Void> of(UUID key, Letter letter) {
        Uni<Void> told =
                provider.deliver(letter).invoke(this::count).flatMap(answer -> told(key, answer));
        return Uni.combine().any().of(told, kept(key));
    }

    /** What nobody heard the end of may arrive twice, once it is tried again. */
    private void count(Input answer) {
        if (answer instanceof Input.Unheard) {
            meters.counter("itinera.deliveries.unheard").increment();
        }
    }

    /** An answer that is lost would be asked for again, by a second mail; so it is held on to. */
    private Uni<Void> told(UUID key, Input answer) {
        return happened(key, answer)
                .onFailure()
                .invoke(lost -> warn(key, "An answer is not saved yet; trying again", lost))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(config.saveFor().toMillis())
                .onFailure()
                .recoverWithUni(() -> happened(key, new Input.Unsaved("answer_unsaved")));
    }

    private Uni<Void> happened(UUID key, Input input) {
        return Uni.createFrom()
                .deferred(() -> deliveries.happened(key, input))
                .runSubscriptionOn(contexts);
    }

    /** Never ends by itself. */
    private Uni<Void> kept(UUID key) {
        return Multi.createFrom()
                .ticks()
                .every(config.lease().dividedBy(RENEWALS))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> renewed(key))
                .toUni();
    }

    private Uni<Void> renewed(UUID key) {
        return Uni.createFrom()
                .deferred(() -> deliveries.keep(key, config.lease()))
                .runSubscriptionOn(contexts)
                .onFailure()
                .invoke(lost -> warn(key, "A lease is not renewed; trying again", lost))
                .onFailure()
                .recoverWithNull();
    }

    private static void warn(UUID key, String what, Throwable lost) {
        LogWith.keys(Map.of(LogKeys.SEND, key), () -> LOG.warn(what, lost));
    }
}
