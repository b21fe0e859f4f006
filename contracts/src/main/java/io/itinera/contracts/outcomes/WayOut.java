package io.itinera.contracts.outcomes;

/** How a run of a journey ends, named as in {@code $journey_left}. */
public enum WayOut {
    /** It came to an exit of the plan; the reason is the exit's own word. */
    finished,
    /** A rule that ends runs at once came true. */
    exited,
    /** A rule held by which the customer must not be sent what was to be sent. */
    excluded,
    /** What it gathered is all gone. */
    emptied,
    /** The journey's author ended the journey. */
    ended,
    /** The customer is in as many runs as fit, because two were found to be one. */
    crowded,
    /** Two customers were found to be one, and the other's same run goes on for both. */
    merged
}
