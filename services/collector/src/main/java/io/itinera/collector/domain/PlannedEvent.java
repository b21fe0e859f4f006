package io.itinera.collector.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event's name with what the plan says of it and what came in under it; one of both at least.
 *
 * @param name the event's name
 * @param definition what the plan says; null when it does not foresee the name
 * @param seen what came in from all sources; null when nothing did
 */
public record PlannedEvent(String name, @Nullable Definition definition, @Nullable Tally seen) {
    /**
     * What the plan says of a name.
     *
     * @param description what the event means, for people
     * @param schema the JSON Schema, as it was written
     * @param updatedAt when it was written
     * @param by who wrote it
     */
    public record Definition(String description, String schema, Instant updatedAt, String by) {}
}
