package io.itinera.journeys.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wait that a run stands at; it never stands anywhere else.
 *
 * @param node the wait's id
 * @param visit which visit of it, from 1
 * @param since when it came there
 * @param until when the wait is over
 * @param doubtful the first moment before that at which time alone could make an exit true
 */
public record Place(
        String node, int visit, Instant since, Instant until, @Nullable Instant doubtful) {

    Instant dueAt() {
        return doubtful != null && doubtful.isBefore(until) ? doubtful : until;
    }

    Place endingAt(Instant until) {
        return new Place(node, visit, since, until, doubtful);
    }

    Place doubtfulAt(@Nullable Instant doubtful) {
        return new Place(node, visit, since, until, doubtful);
    }
}
