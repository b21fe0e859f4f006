package io.itinera.contracts.settings;

import io.itinera.contracts.Wire;

/** How much of a personal detail of a request is kept with its events, named as on the wire. */
@Wire
public enum Keep {
    /** As it came. */
    full,
    /** Without the part that tells one person from their neighbours. */
    truncated,
    /** Nothing. */
    none
}
