package io.itinera.segmentation.domain.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that somebody was said to have.
 *
 * @param firstAt when it was said first, by the clock of who said it
 * @param lastAt when it was said last
 * @param evidence the id of the event that said it first; null where an earlier release noted it
 * @param source where that event came from; null likewise
 */
public record Identity(
        Instant firstAt, Instant lastAt, @Nullable String evidence, @Nullable String source) {

    /** Said by this event, and by no other yet. */
    public static Identity said(Instant at, String evidence, String source) {
        return new Identity(at, at, evidence, source);
    }

    /** Both sayings as one, whichever came first. */
    Identity and(Identity other) {
        Identity first = other.isBefore(this) ? other : this;
        Instant last = other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt;
        return new Identity(first.firstAt, last, first.evidence, first.source);
    }

    private boolean isBefore(Identity other) {
        int order = firstAt.compareTo(other.firstAt);
        return order == 0
                ? String.valueOf(evidence).compareTo(String.valueOf(other.evidence)) < 0
                : order < 0;
    }
}
