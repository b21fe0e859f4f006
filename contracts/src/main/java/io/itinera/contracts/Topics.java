package io.itinera.contracts;

import java.util.List;

/**
 * The topics that services share; partitions, retention and compaction stand in the AsyncAPI
 * documents.
 */
public final class Topics {
    public static final String EVENTS = "events";
    public static final String OUTCOMES = "outcomes";
    public static final String ACTIVITY = "activity";
    public static final String MESSAGES = "messages";
    public static final String TRANSITIONS = "transitions";
    public static final String SEGMENTS = "segments";
    public static final String JOURNEYS = "journeys";
    public static final String TEMPLATES = "templates";
    public static final String EVENT_DEFINITIONS = "event-definitions";
    public static final String WORKSPACES = "workspaces";
    public static final String SOURCES = "sources";
    public static final String SUPPRESSIONS = "suppressions";
    public static final String ERASURES = "erasures";
    public static final String QUARANTINE = "quarantine";

    /** Every shared topic, in the order of the loop. */
    public static final List<String> ALL =
            List.of(
                    EVENTS,
                    OUTCOMES,
                    ACTIVITY,
                    MESSAGES,
                    TRANSITIONS,
                    SEGMENTS,
                    JOURNEYS,
                    TEMPLATES,
                    EVENT_DEFINITIONS,
                    WORKSPACES,
                    SOURCES,
                    SUPPRESSIONS,
                    ERASURES,
                    QUARANTINE);

    private Topics() {}
}
