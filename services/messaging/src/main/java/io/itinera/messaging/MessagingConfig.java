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

        /**
         * How long the provider may be silent before its connection is closed. Less than ten
         * minutes makes doubles where the server is slow (RFC 5321, 4.5.3.2.6).
         */
        @WithDefault("10m")
        Duration answerTimeout();

        /** How long an answer that cannot be saved is held on to. */
        @WithDefault("5m")
        Duration saveFor();

        /** After what time without a sign of life from its process an attempt counts as lost. */
        @WithDefault("30s")
        Duration lease();

        /** The pause after the first attempt that failed; each further one is twice as long. */
        @WithDefault("5s")
        Duration firstRetry();

        /** The longest pause between two attempts; after one that may have arrived, the pause. */
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
