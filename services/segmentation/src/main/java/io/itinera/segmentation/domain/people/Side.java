package io.itinera.segmentation.domain.people;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.CustomerIds;
import io.itinera.segmentation.domain.identity.Named;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose is a line, when two who were merged are two again? A user id says it; else it belongs to
 * whom it belonged to when it happened. What a device that the merge linked did since, without a
 * user id, was theirs by that link alone, until the device changed hands.
 *
 * @param merge who became whom
 * @param origins the one who ended, and everyone who had become them
 * @param linked the device that the merge linked; null when it linked none
 * @param from since when the device was the other's
 * @param until when it changed hands; {@link Instant#MAX} when it did not
 */
public record Side(
        Merge merge, Set<UUID> origins, @Nullable Named linked, Instant from, Instant until) {
    public Side {
        origins = Set.copyOf(origins);
    }

    /** Whether a line belongs to the one who ended. */
    public boolean has(Entry entry, CustomerIds ids) {
        return switch (entry.happening()) {
            case Happening.Underwent _, Happening.Followed _ -> origins.contains(entry.origin());
            case Happening.Did(Event event) -> {
                String user = event.userId();
                yield user == null
                        ? origins.contains(entry.origin()) || isSince(entry, event)
                        : origins.contains(ids.of(event.workspace(), Identities.USER, user));
            }
        };
    }

    /** Whether the linked device did it since, which no count of the one who ended has. */
    public boolean isSince(Entry entry) {
        return entry.happening() instanceof Happening.Did(Event event)
                && event.userId() == null
                && isSince(entry, event);
    }

    private boolean isSince(Entry entry, Event event) {
        return linked != null
                && linked.kind().equals(Identities.ANONYMOUS)
                && linked.value().equals(event.anonymousId())
                && entry.origin().equals(merge.into())
                && !event.receivedAt().isBefore(from)
                && event.receivedAt().isBefore(until);
    }
}
