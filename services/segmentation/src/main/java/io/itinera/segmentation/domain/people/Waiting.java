package io.itinera.segmentation.domain.people;

import org.jspecify.annotations.Nullable;

/**
 * A record that waits its turn.
 *
 * @param record the record
 * @param trace the W3C traceparent that it came with; null when it had none
 */
public record Waiting(PeopleRecord.InTurn record, @Nullable String trace) {}
