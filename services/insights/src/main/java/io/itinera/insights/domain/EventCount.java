package io.itinera.insights.domain;

import java.time.Instant;

/**
 * How often an event happened.
 *
 * @param name the event
 * @param events how often
 * @param people how many did it
 * @param lastSeen when it happened last
 */
public record EventCount(String name, long events, long people, Instant lastSeen) {}
