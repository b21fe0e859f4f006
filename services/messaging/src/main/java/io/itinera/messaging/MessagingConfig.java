package io.itinera.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set; the mail server itself stands under {@code quarkus.mailer}. */
@ConfigMapping(prefix = "itinera.messaging")
interface MessagingConfig {
    /** The shortest secret that is taken, in characters. */
    int MIN_SECRET = 32;

    /** Where customers reach this service's public pages, as links in mails have it. */
    String publicUrl();

    /** What links in mails are signed with; at least 32 characters, equal on all instances. */
    String linkSecret();

    /** How deliveries are attempted. */
    Delivery delivery();

    /** How deliveries are attempted. */
    interface Delivery {
        /** How many messages are on their way to the provider at once. */
        @WithDefault("16")
        int concurrency();

        /** How often the due deliveries are looked for, when nothing else says that there are. */
        @WithDefault("1s")
        Duration sweep();

        /** The longest that the provider may take for one message; less than the lease. */
        @WithDefault("15s")
        Duration attemptTimeout();

        /** After what time an attempt whose end nobody saw counts as lost. */
        @WithDefault("30s")
        Duration lease();

        /** The pause after the first attempt that failed; each further one is twice as long. */
        @WithDefault("5s")
        Duration firstRetry();

        /** The longest pause between two attempts. */
        @WithDefault("30m")
        Duration longestRetry();

        /** After what time a message that the provider cannot take has failed. */
        @WithDefault("72h")
        Duration giveUpAfter();

        /** How long a stop waits for what is on its way. */
        @WithDefault("15s")
        Duration drain();
    }
}
