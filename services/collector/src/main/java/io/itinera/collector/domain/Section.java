package io.itinera.collector.domain;

/** The objects of an event that every dialect has, under whatever name. */
public enum Section {
    PROPERTIES("properties"),
    TRAITS("traits"),
    CONTEXT("context");

    private final String segmentName;

    Section(String segmentName) {
        this.segmentName = segmentName;
    }

    /** What Segment's API calls it, and with it our answers. */
    public String segmentName() {
        return segmentName;
    }
}
