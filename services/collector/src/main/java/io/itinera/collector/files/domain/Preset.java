package io.itinera.collector.files.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose events an NDJSON file holds. */
public enum Preset {
    /** One call of Segment's API in each row. */
    @JsonProperty("segment")
    SEGMENT,
    /** One row of the export of Google Analytics 4 to BigQuery in each row. */
    @JsonProperty("ga4-export")
    GA4_EXPORT
}
