package io.itinera.messaging.domain.delivery;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a delivery stands. */
public enum DeliveryState {
    /** It is asked for, or the provider could not take it yet. */
    WAITING("waiting"),
    /** The provider is being told; or we died while it was, which the end of the lease shows. */
    SENDING("sending"),
    /** The provider took it. */
    SENT("sent"),
    /** A gate refused it. */
    SUPPRESSED("suppressed"),
    /** The journey took it back in time. */
    CALLED_BACK("calledBack"),
    /** It cannot be written, or the provider refused it for good. */
    FAILED("failed");

    private final String wire;

    DeliveryState(String wire) {
        this.wire = wire;
    }

    /** As it is called in answers and rows. */
    public String wire() {
        return wire;
    }

    /** The state of that name; empty when there is none. */
    public static Optional<DeliveryState> of(String wire) {
        return Stream.of(values()).filter(state -> state.wire.equals(wire)).findFirst();
    }

    /** True while something can still come of it. */
    public boolean open() {
        return this == WAITING || this == SENDING;
    }
}
