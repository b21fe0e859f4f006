package io.itinera.messaging;

import io.itinera.messaging.domain.delivery.DeliveryStep;
import io.itinera.messaging.domain.delivery.RetryPolicy;
import io.itinera.messaging.letters.LetterWriter;
import io.itinera.messaging.letters.Links;
import io.itinera.messaging.letters.Previewer;
import io.itinera.messaging.provider.MailProvider;
import io.itinera.messaging.provider.MailServer;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The thinking, made with what the operator set. */
final class MessagingBeans {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

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
    MailProvider mail(
            MessagingConfig config,
            MailersRuntimeConfig mailers,
            TlsConfigurationRegistry tls,
            Vertx vertx) {
        MailerRuntimeConfig server = mailers.mailers().get(Mailers.DEFAULT_MAILER_NAME);
        return new MailProvider(
                vertx, MailServer.of(server, tls::get), config.delivery().answerTimeout());
    }

    void close(@Disposes MailProvider mail) {
        mail.close().await().atMost(LONGEST_CLOSE);
    }

    @Produces
    @Singleton
    Previewer previewer(Links links) {
        return new Previewer(links);
    }
}
