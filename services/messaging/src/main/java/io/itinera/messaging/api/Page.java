package io.itinera.messaging.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param items what it holds
 * @param next where the next part begins; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {
    static final int MAX_LIMIT = 200;

    /** A page of rows that were asked for with one more than its limit, which tells of the next. */
    static <R, T> Page<T> of(
            List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(item).toList(), more ? cursor.apply(shown.getLast()) : null);
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST,
                    "The parameter limit is not from 1 to " + MAX_LIMIT + ": " + limit);
        }
        return limit;
    }
}
