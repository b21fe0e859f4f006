package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What moves a customer. */
public sealed interface Input {
    /** This moment, or a later one up to which everything was decided about whom it brings. */
    default Instant notBefore(Instant now) {
        return now;
    }

    /** Whether it is long past: it counts, and triggers nothing. */
    default boolean isHistoric() {
        return false;
    }

    /**
     * Something happened.
     *
     * @param entry the line that it adds to the timeline
     */
    record Happened(Entry entry) implements Input {
        @Override
        public boolean isHistoric() {
            return entry.happening() instanceof Happening.Did(Event event) && event.historic();
        }
    }

    /** Time passed: due changes of segments are decided, segments that are computed are asked. */
    record TimePassed() implements Input {}

    /**
     * Another customer was found to be this one, and their timeline has arrived.
     *
     * @param merge who became whom
     * @param other what was known of the other
     */
    record Joined(Merge merge, Customer other) implements Input {
        @Override
        public Instant notBefore(Instant now) {
            return other.notBefore(now);
        }
    }

    /**
     * Something else is known of an account that they belong to.
     *
     * @param account which
     * @param traits those that changed
     * @param revision how often what is known of it has changed
     * @param cause what brings those about who come into a segment or leave it by that
     */
    record AccountTold(String account, ChangedTraits traits, long revision, ActivityCause cause)
            implements Input {}

    /**
     * This customer was found to be another.
     *
     * @param merge who becomes whom
     */
    record Ended(Merge merge) implements Input {}

    /**
     * A merge was undone, and this customer is one of the two; what moves is them as they are
     * without the other, and their history is so already.
     *
     * @param merge which one
     * @param origins the one who had ended, and everyone who had become them
     * @param evidence the request
     * @param before where they stood before the merge
     */
    record Parted(Merge merge, Set<UUID> origins, String evidence, Map<String, Standing> before)
            implements Input {}

    /**
     * This customer is erased: nothing is known of them any more.
     *
     * @param erasure by which erasure
     */
    record Erased(UUID erasure) implements Input {}
}
