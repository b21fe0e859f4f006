package io.itinera.collector.domain;

import io.itinera.contracts.events.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event: what it says itself, and what the intake found out about it.
 *
 * @param id the id it is kept under
 * @param type the call
 * @param draft what it says
 * @param sharedContext what its request says of all its events
 * @param sentAt when its request was sent, by what its envelope says
 * @param traits what it says of a person or group
 * @param occurredAt when it happened by our clock
 * @param historic whether that is longer ago than its source allows for triggers
 * @param arrival what is known of its request
 */
public record NormalEvent(
        String id,
        EventType type,
        Draft draft,
        @Nullable Slice sharedContext,
        @Nullable String sentAt,
        Traits traits,
        Instant occurredAt,
        boolean historic,
        Arrival arrival) {

    /** Its name on the events topic. */
    public String name() {
        return String.valueOf(EventNames.of(type, draft));
    }

    /** What it is judged by when it is refused now and judged anew. */
    Retrial retrial() {
        return Retrial.of(id, draft, sharedContext, sentAt, arrival);
    }
}
