package io.itinera.insights.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far people come. Someone reaches a step when they did it after the one before, in the order
 * of the steps, everything within a window that begins with their first step. The first step lies
 * in the period; later ones may lie after it. Of events at the same millisecond the one that came
 * in first was first, and one event is one step.
 *
 * @param steps one to {@value #MAX_STEPS}
 * @param within the window, its end included
 * @param from when the period begins
 * @param to when it has ended
 */
public record FunnelQuestion(List<FunnelStep> steps, Duration within, Instant from, Instant to) {
    public static final int MAX_STEPS = 10;
    public static final Duration MAX_WINDOW = Duration.ofDays(366);

    public FunnelQuestion {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a funnel has 1 to " + MAX_STEPS + " steps");
        }
        if (within.isNegative() || within.isZero() || within.compareTo(MAX_WINDOW) > 0) {
            throw new IllegalArgumentException("within must be above 0 and at most " + MAX_WINDOW);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    /** The period that the first step lies in. */
    public Period period() {
        return new Period(from, to);
    }
}
