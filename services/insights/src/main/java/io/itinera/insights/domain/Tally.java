package io.itinera.insights.domain;

import io.itinera.contracts.transitions.TransitionKind;
import org.jspecify.annotations.Nullable;

/**
 * How many transitions of a journey are alike.
 *
 * @param version the journey's version
 * @param kind what happened
 * @param node where; null for entry and refusal
 * @param edge the edge taken
 * @param next where it leads
 * @param reason why, for those refused
 * @param count how many; a message counts once
 */
public record Tally(
        int version,
        TransitionKind kind,
        @Nullable String node,
        @Nullable String edge,
        @Nullable String next,
        @Nullable String reason,
        long count) {}
