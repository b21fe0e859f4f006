package io.itinera.journeys;

import io.itinera.journeys.domain.Effect;

/** Where effects leave to, in the transaction of the record that caused them. */
@FunctionalInterface
public interface Outlet {

    /** Performs one effect. */
    void perform(Effect effect);
}
