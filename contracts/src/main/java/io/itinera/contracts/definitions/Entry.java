package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import io.itinera.contracts.condition.Condition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a customer gets into a journey.
 *
 * @param event the name of the event that triggers
 * @param where what that event must satisfy; {@link Condition.Property} and its combinations
 * @param rule what must hold of the customer at that moment
 * @param key the event's property that tells one run from another, such as {@code cart_id}: a
 *     customer has at most one enrollment for each value. Without it, at most one at all. An event
 *     for a run that is under way starts no second one; it is that run's latest
 * @param reentry whether a run that has ended may be followed by another
 * @param interval how long after a run's start, for {@link Reentry#after}
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(
        String event,
        @Nullable Condition where,
        @Nullable Condition rule,
        @Nullable String key,
        Reentry reentry,
        @Nullable Duration interval) {

    /** Whether a run that has ended may be followed by another, named as on the wire. */
    public enum Reentry {
        /** Once in a lifetime, for each value of the key. */
        never,
        /** As soon as the last run has ended. */
        always,
        /** When the interval since the last run's start has passed. */
        after
    }
}
