package io.itinera.journeys.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was asked for and is still watched: it can be called back until it has left, and
 * what would have excluded the customer is told as late until it is forgotten.
 *
 * @param key the send's key
 * @param node the node that asked
 * @param visit which visit of it
 * @param at when
 * @param standing how far it is known to have come
 * @param calledBack the reason it was called back for, once it was
 */
public record Asked(
        UUID key,
        String node,
        int visit,
        Instant at,
        Standing standing,
        @Nullable String calledBack) {

    /** A send whose outcome has not come back by then has left, for all that we know. */
    public static final Duration SETTLES_WITHIN = Duration.ofDays(1);

    /** How long after it was asked for a conversion is told as late. */
    public static final Duration WATCHED_FOR = Duration.ofDays(7);

    /** The most sends that one enrollment watches; the oldest are forgotten. */
    public static final int MAX = 20;

    /** How far a send is known to have come. */
    public enum Standing {
        /** Its outcome is not known. */
        UNSETTLED,
        /** It left. */
        SENT
    }

    Instant dueAt() {
        return at.plus(standing == Standing.UNSETTLED ? SETTLES_WITHIN : WATCHED_FOR);
    }

    Asked sent() {
        return new Asked(key, node, visit, at, Standing.SENT, calledBack);
    }

    Asked calledBack(String reason) {
        return new Asked(key, node, visit, at, standing, reason);
    }
}
