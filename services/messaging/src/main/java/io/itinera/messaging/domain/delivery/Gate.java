package io.itinera.messaging.domain.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What every message passes before it leaves, in this order. */
public enum Gate {
    /** The journey did not take it back. */
    @JsonProperty("calledBack")
    CALLED_BACK("calledBack"),
    /** There is an address to send it to. */
    @JsonProperty("address")
    ADDRESS("address"),
    /** The customer said yes to marketing by this channel, and not no since. */
    @JsonProperty("consent")
    CONSENT("consent"),
    /** The address has not turned out to be dead. */
    @JsonProperty("suppression")
    SUPPRESSION("suppression");

    private final String wire;

    Gate(String wire) {
        this.wire = wire;
    }

    /** As it is called in transitions. */
    public String wire() {
        return wire;
    }
}
