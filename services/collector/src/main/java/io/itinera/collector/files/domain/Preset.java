package io.itinera.collector.files.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose events an NDJSON file holds. */
public enum Preset {
    /** One call of Segment's API in each row. */
    @JsonProperty("segment")
    SEGMENT
}
