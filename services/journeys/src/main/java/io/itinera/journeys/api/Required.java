package io.itinera.journeys.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Insists on what a request cannot do without. */
final class Required {
    private Required() {}

    static <T> T body(@Nullable T body) {
        return parameter("a body", body);
    }

    static <T> T parameter(String name, @Nullable T value) {
        if (value == null) {
            throw new Problem(ProblemCode.BAD_REQUEST, "This request needs " + name);
        }
        return value;
    }
}
