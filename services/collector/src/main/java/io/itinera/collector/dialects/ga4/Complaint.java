package io.itinera.collector.dialects.ga4;

/**
 * One thing that Google Analytics would not take as it is.
 *
 * @param fieldPath where it stands in the hit
 * @param description a sentence
 * @param code what kind of mistake it is
 */
public record Complaint(String fieldPath, String description, Code code) {
    /** Google's own codes. */
    public enum Code {
        VALUE_INVALID,
        VALUE_REQUIRED,
        VALUE_OUT_OF_BOUNDS,
        NAME_INVALID,
        NAME_RESERVED,
        EXCEEDED_MAX_ENTITIES
    }
}
