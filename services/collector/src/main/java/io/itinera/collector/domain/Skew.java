package io.itinera.collector.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an event happened by our clock. A client dates both the event and the request by its own
 * clock, so the difference between its {@code sentAt} and our receipt is how far that clock is off
 * (and how long the request was under way), and the event is moved by as much.
 *
 * @param receivedAt when we took the request
 * @param resent what is known of earlier attempts
 * @param cap how far an event is moved when nothing tells a wrong clock from an old request that
 *     was sent again under its first date
 */
record Skew(Instant receivedAt, Resent resent, Duration cap) {
    /** Differences below this are the network's, not the clock's. */
    private static final Duration LATENCY = Duration.ofSeconds(1);

    /**
     * The corrected time, never after receipt.
     *
     * @param timestamp what the client calls so
     * @param original what it calls {@code originalTimestamp}; together with a timestamp, the
     *     latter is a time that the caller chose, and is taken as it is
     * @param sentAt when it was sent by the client's clock
     */
    Instant occurredAt(
            Optional<Instant> timestamp, Optional<Instant> original, Optional<Instant> sentAt) {
        if (timestamp.isPresent() && original.isPresent()) {
            return notAfterReceipt(timestamp.get());
        }
        Optional<Instant> told = timestamp.or(() -> original);
        return told.map(at -> at.plus(sentAt.map(this::correction).orElse(Duration.ZERO)))
                .map(this::notAfterReceipt)
                .orElse(receivedAt);
    }

    private Duration correction(Instant sent) {
        Duration apparent = Duration.between(sent, receivedAt);
        Duration skew = resent.counted() ? apparent : withoutRetries(apparent);
        return skew.abs().compareTo(LATENCY) < 0 ? Duration.ZERO : skew;
    }

    /**
     * Some clients repeat the first attempt's date and some renew it; of the two readings the one
     * that needs the smaller correction is right for every clock that is not off by the retries'
     * own length.
     */
    private Duration withoutRetries(Duration apparent) {
        Duration since = resent.sinceFirstAttempt();
        if (since == null) {
            return capped(apparent);
        }
        Duration repeated = apparent.minus(since);
        return repeated.abs().compareTo(apparent.abs()) < 0 ? repeated : apparent;
    }

    private Duration capped(Duration apparent) {
        if (apparent.compareTo(cap) > 0) {
            return cap;
        }
        return apparent.compareTo(cap.negated()) < 0 ? cap.negated() : apparent;
    }

    private Instant notAfterReceipt(Instant at) {
        return at.isAfter(receivedAt) ? receivedAt : at;
    }
}
