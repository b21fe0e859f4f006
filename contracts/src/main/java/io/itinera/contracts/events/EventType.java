package io.itinera.contracts.events;

/** The call that an event came by, named as on the wire. */
public enum EventType {
    identify,
    track,
    page,
    screen,
    group,
    alias
}
