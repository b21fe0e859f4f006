package io.itinera.loadtests.ledger;

/** What the collector said to one attempt to send an event, from nothing to a promise. */
public enum Outcome {
    /** It said no to the request, and that it keeps nothing of it. */
    REFUSED,
    /** It said that it does not know (503), or nothing that arrived. It may have kept it. */
    UNKNOWN,
    /** It took the request and named this event among those that it put into quarantine. */
    REJECTED,
    /** It took it. */
    ACKED;

    /** Whether the event may stand somewhere after this. */
    public boolean mayHaveKept() {
        return this != REFUSED;
    }

    /** Whether the event must stand somewhere after this. */
    public boolean isPromise() {
        return this == REJECTED || this == ACKED;
    }
}
