package io.itinera.insights.api;

import io.itinera.insights.domain.FunnelQuestion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which number is asked about: a funnel's step, or a journey's node.
 *
 * @param funnel the funnel
 * @param step its step, from 1
 * @param dropped true for those who came no further
 * @param journey the journey
 * @param node its node
 */
public record PeopleQuestion(
        @Nullable FunnelQuestion funnel,
        @Nullable Integer step,
        boolean dropped,
        @Nullable UUID journey,
        @Nullable String node) {}
