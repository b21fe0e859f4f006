package io.itinera.collector.domain;

import io.itinera.contracts.events.EventType;
import java.time.Instant;

/**
 * What the intake found out about an event beyond what the event says itself.
 *
 * @param id the id it is kept under
 * @param type the call
 * @param traits what it says of a person or group
 * @param occurredAt when it happened by our clock
 * @param historic whether that is longer ago than its source allows for triggers
 */
record NormalEvent(
        String id, EventType type, Traits traits, Instant occurredAt, boolean historic) {}
