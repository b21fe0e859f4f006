package io.itinera.insights.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transition as it is told to people who ask why.
 *
 * @param at when
 * @param kind what happened
 * @param version the journey's version
 * @param enrollment the run
 * @param node where
 * @param edge the edge taken
 * @param next where that leads
 * @param reason why, as a code
 * @param gate which gate spoke, when one did
 * @param verdict what it said
 * @param send the message's key
 * @param details the particulars
 */
public record Told(
        Instant at,
        String kind,
        int version,
        @Nullable UUID enrollment,
        @Nullable String node,
        @Nullable String edge,
        @Nullable String next,
        @Nullable String reason,
        @Nullable String gate,
        @Nullable String verdict,
        @Nullable UUID send,
        Map<String, Object> details) {}
