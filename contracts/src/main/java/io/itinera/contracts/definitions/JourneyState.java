package io.itinera.contracts.definitions;

/** What a published journey does, named as on the wire. */
public enum JourneyState {
    /** Takes newcomers; those inside go on. */
    live,
    /** Takes no newcomers; those inside go on. */
    closed,
    /** Takes no newcomers; those inside have been taken out. */
    ended
}
