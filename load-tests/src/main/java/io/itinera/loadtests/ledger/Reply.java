package io.itinera.loadtests.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came back for a request. */
sealed interface Reply {
    /**
     * A whole answer.
     *
     * @param retryAfter when to come back, if it says so
     */
    record Answered(int status, @Nullable Duration retryAfter, String body) implements Reply {}

    /** The request never left: there was nobody, or the connection had been closed in order. */
    record NotSent() implements Reply {}

    /** The request left, or a part of it, and no whole answer came. */
    record Broken(String how) implements Reply {}
}
