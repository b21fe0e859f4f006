package io.itinera.collector.domain;

/**
 * Why an event was not taken; the codes stand in answers and in quarantine and are never reused.
 */
public enum Reason {
    NOT_AN_OBJECT("not_an_object"),
    NO_TYPE("no_type"),
    UNKNOWN_TYPE("unknown_type"),
    NO_ID("no_id"),
    NO_EVENT_NAME("no_event_name"),
    NO_GROUP_ID("no_group_id"),
    NO_PREVIOUS_ID("no_previous_id"),
    INVALID_FIELD("invalid_field"),
    INVALID_TIMESTAMP("invalid_timestamp"),
    INVALID_TEXT("invalid_text"),
    INVALID_NUMBER("invalid_number"),
    TEXT_TOO_LONG("text_too_long"),
    EVENT_TOO_LARGE("event_too_large"),
    TOO_DEEP("too_deep"),
    TOO_MANY_NAMES("too_many_names"),
    NAME_TOO_LONG("name_too_long"),
    TOO_MANY_EVENTS("too_many_events"),
    PLAN_VIOLATION("plan_violation"),
    UNREADABLE_ROW("unreadable_row"),
    INVALID_CELL("invalid_cell"),
    MAPPING_FAILED("mapping_failed");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** The code on the wire. */
    public String code() {
        return code;
    }
}
