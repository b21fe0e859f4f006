package io.itinera.journeys.domain;

import io.itinera.contracts.messages.Trigger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run began; nothing changes it.
 *
 * @param enrollment the run's id
 * @param journey the journey
 * @param version the version it was pinned to
 * @param origin who the customer was then
 * @param key the value that tells this run from the customer's others; absent for a journey without
 *     key
 * @param trigger the event that began it
 * @param at when, by the partition's clock
 * @param trace the W3C traceparent of that event
 * @param hops how many outcomes in a row led to that event
 */
public record Start(
        UUID enrollment,
        UUID journey,
        int version,
        UUID origin,
        @Nullable String key,
        Trigger trigger,
        Instant at,
        @Nullable String trace,
        int hops) {}
