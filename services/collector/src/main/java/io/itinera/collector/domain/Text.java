package io.itinera.collector.domain;

/** The single-valued fields of an event that every dialect has, under whatever name. */
public enum Text {
    TYPE("type"),
    EVENT("event"),
    NAME("name"),
    CATEGORY("category"),
    USER_ID("userId"),
    ANONYMOUS_ID("anonymousId"),
    PREVIOUS_ID("previousId"),
    GROUP_ID("groupId"),
    MESSAGE_ID("messageId"),
    TIMESTAMP("timestamp"),
    ORIGINAL_TIMESTAMP("originalTimestamp"),
    SENT_AT("sentAt"),
    WRITE_KEY("writeKey");

    private final String segmentName;

    Text(String segmentName) {
        this.segmentName = segmentName;
    }

    /** What Segment's API calls it, and with it our answers. */
    public String segmentName() {
        return segmentName;
    }
}
