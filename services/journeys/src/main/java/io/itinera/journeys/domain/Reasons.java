package io.itinera.journeys.domain;

/** Why something happened, as codes; some carry a name after a colon. */
public final class Reasons {
    /** An event of the entry's name that passed its filter. */
    public static final String EVENT = "event";

    /** The wait is over. */
    public static final String ELAPSED = "elapsed";

    /** The case's condition held. */
    public static final String CASE = "case";

    /** No case's condition held. */
    public static final String OTHERWISE = "otherwise";

    /** The entry's rule does not hold of the customer. */
    public static final String RULE = "rule";

    /** The event has no value in the entry's key property. */
    public static final String KEY_MISSING = "keyMissing";

    /** The customer has been in, and that is allowed once. */
    public static final String ALREADY_ENTERED = "alreadyEntered";

    /** The last run began too short a time ago. */
    public static final String TOO_SOON = "tooSoon";

    /** The customer is in as many runs as fit. */
    public static final String TOO_MANY = "tooManyEnrollments";

    /** As many outcomes led to this, one to the next, as may. */
    public static final String CIRCLE = "circle";

    /** The history that the journey asks about is still being computed. */
    public static final String NOT_READY = "notReady";

    /** The journey was ended by its author. */
    public static final String JOURNEY_ENDED = "journeyEnded";

    /** Two customers turned out to be one, and another run is the same. */
    public static final String SAME_RUN = "sameRun";

    private Reasons() {}

    /** An exclude holds. */
    public static String excluded(String rule) {
        return "excluded:" + rule;
    }

    /** An exit holds. */
    public static String exit(String rule) {
        return "exit:" + rule;
    }

    /** A collection has nothing left in it. */
    public static String emptied(String collection) {
        return "emptied:" + collection;
    }

    static boolean isExcluded(String reason) {
        return reason.startsWith("excluded:");
    }
}
