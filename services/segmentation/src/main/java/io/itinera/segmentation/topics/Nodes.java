package io.itinera.segmentation.topics;

/** The names of the topology's nodes and internal topics; a test pins them. */
final class Nodes {
    static final String EVENTS = "events";
    static final String RECOGNISE = "recognise";
    static final String PEOPLE = "people";
    static final String PEOPLE_TOPIC = PEOPLE + "-repartition";
    static final String PEOPLE_DOOR = PEOPLE_TOPIC + "-filter";
    static final String PEOPLE_SOURCE = PEOPLE_TOPIC + "-source";
    static final String CLAIMS = "claims";
    static final String CLAIMS_TOPIC = CLAIMS + "-repartition";
    static final String CLAIMS_DOOR = CLAIMS_TOPIC + "-filter";
    static final String CLAIMS_SOURCE = CLAIMS_TOPIC + "-source";
    static final String DECIDE_CLAIM = "decide-claim";
    static final String FOUND_SINK = "people-by-claim-sink";
    static final String FORGOTTEN_SINK = "forgotten-sink";
    static final String TICKS_SINK = "ticks-sink";
    static final String SOURCE_LAGS_SINK = "source-lags-sink";
    static final String UNUSABLE_EVENTS_SINK = "unusable-events-sink";
    static final String OUTCOMES = "outcomes";
    static final String SEGMENTS = "segments";
    static final String JOURNEYS = "journeys";
    static final String ERASURES = "erasures";
    static final String FOLLOW = "follow";
    static final String ACTIVITY_SINK = "activity-sink";
    static final String MOVED_SINK = "people-moved-sink";
    static final String RELEASES_SINK = "releases-sink";
    static final String READINESS_SINK = "readiness-sink";
    static final String SUPPRESSIONS_SINK = "suppressions-sink";
    static final String RECEIPTS_SINK = "receipts-sink";
    static final String UNUSABLE_RECORDS_SINK = "unusable-records-sink";

    private Nodes() {}
}
