package io.itinera.messaging.domain.delivery;

import java.util.stream.Stream;

/** What every message passes before it leaves, in this order. */
public enum Gate {
    /** The journey did not take it back. */
    CALLED_BACK("calledBack"),
    /** There is an address to send it to. */
    ADDRESS("address"),
    /** The customer said yes to marketing by this channel, and not no since. */
    CONSENT("consent"),
    /** The address has not turned out to be dead. */
    SUPPRESSION("suppression");

    private final String wire;

    Gate(String wire) {
        this.wire = wire;
    }

    /** The gate of that name. */
    public static Gate of(String wire) {
        return Stream.of(values()).filter(gate -> gate.wire.equals(wire)).findFirst().orElseThrow();
    }

    /** As it is called in transitions. */
    public String wire() {
        return wire;
    }
}
