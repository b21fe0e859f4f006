package io.itinera.segmentation.api;

import io.itinera.contracts.Cause;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline.
 *
 * @param id the event's or outcome's id; of what followed, its activity's and the place in it
 * @param at when it happened
 * @param name what it was
 * @param type event, outcome, or derived: it followed under a name of its own
 * @param source where an event came from
 * @param properties the particulars
 * @param origin whose it was when it happened
 * @param historic true for an event that counts in history and triggers nothing
 * @param cause the enrollment behind an outcome
 * @param follows what something derived followed from: {@code event/} or {@code outcome/} with its
 *     id, else time, a merge or an un-merge
 */
@RegisterForReflection
record TimelineAnswer(
        String id,
        Instant at,
        String name,
        Type type,
        @Nullable String source,
        Map<String, Object> properties,
        UUID origin,
        boolean historic,
        @Nullable Cause cause,
        @Nullable String follows) {

    /** What a line tells of, named as on the wire. */
    enum Type {
        event,
        outcome,
        derived
    }

    static TimelineAnswer of(Entry entry) {
        Happening it = entry.happening();
        return switch (it) {
            case Happening.Did did ->
                    new TimelineAnswer(
                            it.id(),
                            it.occurredAt(),
                            it.name(),
                            Type.event,
                            did.event().source(),
                            it.properties(),
                            entry.origin(),
                            did.event().historic(),
                            null,
                            null);
            case Happening.Underwent underwent ->
                    new TimelineAnswer(
                            it.id(),
                            it.occurredAt(),
                            it.name(),
                            Type.outcome,
                            null,
                            it.properties(),
                            entry.origin(),
                            false,
                            underwent.outcome().cause(),
                            null);
            case Happening.Followed followed ->
                    new TimelineAnswer(
                            it.id(),
                            it.occurredAt(),
                            it.name(),
                            Type.derived,
                            null,
                            it.properties(),
                            entry.origin(),
                            false,
                            null,
                            followed.follows());
        };
    }
}
