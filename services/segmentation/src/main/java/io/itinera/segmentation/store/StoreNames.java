package io.itinera.segmentation.store;

/** The names of the state stores; changing one leaves its state behind. */
public final class StoreNames {
    /** Ids of events. */
    public static final String SEEN_EVENTS = "seen-events";

    /** Devices and the ledger. */
    public static final String DEVICES = "devices";

    /** How late sources are. */
    public static final String LAGS = "lags";

    /** Ids of outcomes. */
    public static final String SEEN_OUTCOMES = "seen-outcomes";

    /** Customers by id. */
    public static final String CUSTOMERS = "customers";

    /** What they did. */
    public static final String TIMELINE = "timeline";

    /** The ways to them. */
    public static final String LOOKUPS = "lookups";

    /** Who waits for a merge, and what waits behind it. */
    public static final String HOLDS = "holds";

    /** What was published, and how sources' watermarks follow time. */
    public static final String DEFINITIONS = "definitions";

    private StoreNames() {}
}
