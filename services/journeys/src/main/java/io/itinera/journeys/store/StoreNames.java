package io.itinera.journeys.store;

import java.util.List;

/** The state stores; their names are part of the names of topics on brokers, so they stay. */
public final class StoreNames {
    public static final String CUSTOMERS = "customers";
    public static final String ENROLLMENTS = "enrollments";
    public static final String PROFILES = "profiles";
    public static final String TIMERS = "timers";
    public static final String DEFINITIONS = "definitions";
    public static final String HOLDS = "holds";
    public static final String MARKS = "marks";

    /** All of them. */
    public static final List<String> ALL =
            List.of(CUSTOMERS, ENROLLMENTS, PROFILES, TIMERS, DEFINITIONS, HOLDS, MARKS);

    private StoreNames() {}
}
