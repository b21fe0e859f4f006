package io.itinera.messaging.domain.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a provider that cannot take a message is given.
 *
 * @param first the pause after the first attempt; each further one is twice as long
 * @param longest the longest pause; also the one after an attempt that may have arrived
 * @param giveUpAfter how long after the request the message fails
 * @param lease after what time without a sign of life an attempt counts as lost
 */
public record RetryPolicy(Duration first, Duration longest, Duration giveUpAfter, Duration lease) {
    /** So often a delivery may fail on our own side; then it has failed. */
    static final int MAX_STUMBLES = 8;

    /** Beyond this many doublings every pause is the longest one. */
    private static final int MAX_DOUBLINGS = 30;

    Duration pause(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    boolean exhausted(Instant receivedAt, Instant now) {
        return !now.isBefore(receivedAt.plus(giveUpAfter));
    }
}
