package io.itinera.insights.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which ways people go. A person's path is what they did in the period in order, the same event
 * several times in a row being one step, from the start event's first occurrence on.
 *
 * @param from when the period begins
 * @param to when it has ended
 * @param depth how many steps are followed; {@value #USUAL_DEPTH} when absent
 * @param top how many events each step shows by name, the others being one; {@value #USUAL_TOP}
 *     when absent
 * @param start where paths begin; with whatever comes first when absent
 */
public record PathQuestion(
        Instant from,
        Instant to,
        @Nullable Integer depth,
        @Nullable Integer top,
        @Nullable String start) {
    public static final int MAX_DEPTH = 20;
    public static final int MAX_TOP = 50;
    private static final int USUAL_DEPTH = 5;
    private static final int USUAL_TOP = 8;

    public PathQuestion {
        depth = within(depth, USUAL_DEPTH, MAX_DEPTH, "depth");
        top = within(top, USUAL_TOP, MAX_TOP, "top");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    /** How many steps are followed. */
    public int steps() {
        return depth == null ? USUAL_DEPTH : depth;
    }

    /** How many events each step shows by name. */
    public int shown() {
        return top == null ? USUAL_TOP : top;
    }

    private static int within(@Nullable Integer given, int usual, int max, String name) {
        if (given == null) {
            return usual;
        }
        if (given < 1 || given > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max);
        }
        return given;
    }
}
