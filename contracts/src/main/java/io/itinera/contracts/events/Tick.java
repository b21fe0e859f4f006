package io.itinera.contracts.events;

import io.itinera.contracts.Wire;
import java.time.Instant;

/**
 * Time, written into a partition of events by the task that owns it: every record before it in the
 * partition was there at that time.
 *
 * @param at the writer's wall clock
 * @param partition the partition it was written to
 */
@Wire
public record Tick(Instant at, int partition) implements EventsRecord {}
