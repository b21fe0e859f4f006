package io.itinera.collector.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the headers say of earlier attempts at the same request.
 *
 * @param sentAt when the request was sent, from a header; an event's or envelope's own goes first
 * @param sinceFirstAttempt how long ago the first attempt was, from clients that say so
 * @param counted whether the client counts its attempts; those date each one anew
 */
public record Resent(
        @Nullable String sentAt, @Nullable Duration sinceFirstAttempt, boolean counted) {
    /** Headers that say nothing. */
    public static final Resent UNKNOWN = new Resent(null, null, false);
}
