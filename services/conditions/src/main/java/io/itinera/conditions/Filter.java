package io.itinera.conditions;

import java.util.Map;

/** A compiled condition on one event's properties. */
@FunctionalInterface
public interface Filter {
    /** Lets every event pass. */
    Filter EVERYTHING = (event, trigger) -> true;

    /**
     * Whether an event passes.
     *
     * @param event its properties
     * @param trigger the properties of the event that started the enrollment; empty where there is
     *     none
     */
    boolean passes(Map<String, Object> event, Map<String, Object> trigger);
}
