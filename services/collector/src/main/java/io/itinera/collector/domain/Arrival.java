package io.itinera.collector.domain;

import io.itinera.contracts.settings.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What is known of a request beside its body.
 *
 * @param source whose write key it came with
 * @param receivedAt when we took it
 * @param heardAt when it first reached us, which is earlier when it is judged anew; clocks are
 *     corrected by it
 * @param resent what its headers say of earlier attempts
 * @param skewCap how far an event may be moved when it may have been sent before
 * @param newIds ids for events that carry none
 * @param sender who sent it, as far as its source may know
 * @param suppressed whose events are not taken
 * @param history which of its events are historic
 */
public record Arrival(
        Source source,
        Instant receivedAt,
        Instant heardAt,
        Resent resent,
        Duration skewCap,
        Supplier<String> newIds,
        Sender sender,
        Suppressed suppressed,
        History history) {
    /** Which events count in history and trigger nothing. */
    public enum History {
        /** Those that are older than their source allows for triggers. */
        OLD,
        /** All. */
        ALL
    }

    /** What is judged as it comes. */
    public Arrival(
            Source source,
            Instant receivedAt,
            Resent resent,
            Duration skewCap,
            Supplier<String> newIds,
            Sender sender,
            Suppressed suppressed,
            History history) {
        this(source, receivedAt, receivedAt, resent, skewCap, newIds, sender, suppressed, history);
    }

    /** From a sender of whom nothing is told, in a workspace that suppresses nobody. */
    public Arrival(
            Source source,
            Instant receivedAt,
            Resent resent,
            Duration skewCap,
            Supplier<String> newIds) {
        this(source, receivedAt, resent, skewCap, newIds, Sender.UNKNOWN, Suppressed.NOBODY);
    }

    /** Of which the old events are historic. */
    public Arrival(
            Source source,
            Instant receivedAt,
            Resent resent,
            Duration skewCap,
            Supplier<String> newIds,
            Sender sender,
            Suppressed suppressed) {
        this(source, receivedAt, resent, skewCap, newIds, sender, suppressed, History.OLD);
    }

    /** Whether an event of this time is historic. */
    boolean isHistoric(Instant occurredAt) {
        return history == History.ALL
                || occurredAt.isBefore(receivedAt.minus(source.historicAfter()));
    }
}
