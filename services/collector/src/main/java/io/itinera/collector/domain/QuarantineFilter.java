package io.itinera.collector.domain;

import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.quarantine.RefusedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a workspace's quarantined records somebody means; null means all.
 *
 * @param source where from
 * @param reason the code
 * @param name the event's name on the events topic
 * @param from put aside then or later
 * @param to put aside before then
 */
public record QuarantineFilter(
        @Nullable UUID source,
        @Nullable String reason,
        @Nullable String name,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Whether this is one of them. */
    public boolean passes(Quarantined record) {
        return (source == null || source.toString().equals(record.source()))
                && (reason == null || reason.equals(record.reason()))
                && (name == null || name.equals(name(record.refused())))
                && (from == null || !record.at().isBefore(from))
                && (to == null || record.at().isBefore(to));
    }

    private static @Nullable String name(@Nullable RefusedEvent refused) {
        return refused == null ? null : refused.name();
    }
}
