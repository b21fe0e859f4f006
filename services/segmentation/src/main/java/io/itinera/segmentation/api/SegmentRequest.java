package io.itinera.segmentation.api;

import io.itinera.contracts.condition.Condition;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.util.List;

/**
 * A segment as somebody wants it.
 *
 * @param name what people call it
 * @param condition who is in it
 */
record SegmentRequest(String name, Condition condition) {
    static final int MAX_NAME = 200;

    /**
     * The same, with a name that people can call it.
     *
     * @throws Problem when the name is empty or too long
     */
    SegmentRequest named() {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "A segment needs a name",
                    List.of(new Flaw("/name", "a name has 1 to " + MAX_NAME + " characters")));
        }
        return this;
    }
}
