package io.itinera.insights.domain;

import io.itinera.contracts.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A step of a funnel.
 *
 * @param event the event's name
 * @param where what its properties must satisfy; property conditions joined by all, any, not
 */
public record FunnelStep(String event, @Nullable Condition where) {}
