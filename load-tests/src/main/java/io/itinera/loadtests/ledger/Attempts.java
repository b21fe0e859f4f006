package io.itinera.loadtests.ledger;

/** What a ledger knows of the attempts to send an event. */
sealed interface Attempts {
    /** What was said to each. */
    record Told() implements Attempts {}

    /**
     * An SDK repeats, and tells only how it ended.
     *
     * @param most how many attempts it makes
     */
    record OwnRepeats(int most) implements Attempts {}
}
