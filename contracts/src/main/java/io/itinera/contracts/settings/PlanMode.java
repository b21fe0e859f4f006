package io.itinera.contracts.settings;

import io.itinera.contracts.Wire;

/** What becomes of an event that the tracking plan does not foresee, named as on the wire. */
@Wire
public enum PlanMode {
    /** It is taken. */
    allow,
    /** It is taken, counted, and shown with what is wrong. */
    warn,
    /** It is refused alone and waits in quarantine. */
    quarantine
}
