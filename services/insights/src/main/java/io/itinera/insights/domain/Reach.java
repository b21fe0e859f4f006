package io.itinera.insights.domain;

/** Who of those that came to a step is meant. */
public enum Reach {
    /** Everyone. */
    AT_LEAST,
    /** Those who came no further. */
    NO_FURTHER
}
