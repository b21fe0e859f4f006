package io.itinera.journeys;

import io.itinera.journeys.domain.Effect;

/** Where effects leave to, in the transaction of the record that caused them. */
public interface Outlet {

    /** Performs one effect. */
    void perform(Effect effect);

    /** Tells operators of a step that could not be taken. */
    void putAside(Aside aside);
}
