package io.itinera.messaging;

import io.itinera.messaging.domain.delivery.DeliveryStep;
import io.itinera.messaging.domain.delivery.RetryPolicy;
import io.itinera.messaging.letters.LetterWriter;
import io.itinera.messaging.letters.Links;
import io.itinera.messaging.letters.Previewer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The thinking, made with what the operator set. */
final class MessagingBeans {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Links links(MessagingConfig config) {
        if (config.linkSecret().length() < MessagingConfig.MIN_SECRET) {
            throw new IllegalStateException(
                    "itinera.link-secret is shorter than "
                            + MessagingConfig.MIN_SECRET
                            + " characters");
        }
        return new Links(config.publicUrl(), config.linkSecret());
    }

    @Produces
    @Singleton
    DeliveryStep step(MessagingConfig config, Links links) {
        MessagingConfig.Delivery delivery = config.delivery();
        if (delivery.attemptTimeout().compareTo(delivery.lease()) >= 0) {
            throw new IllegalStateException(
                    "itinera.messaging.delivery.attempt-timeout is not less than the lease");
        }
        RetryPolicy retries =
                new RetryPolicy(
                        delivery.firstRetry(),
                        delivery.longestRetry(),
                        delivery.giveUpAfter(),
                        delivery.lease());
        return new DeliveryStep(retries, new LetterWriter(links));
    }

    @Produces
    @Singleton
    Previewer previewer(Links links) {
        return new Previewer(links);
    }
}
