package io.itinera.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what stands on it
 * @param next where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listing<T>(List<T> items, @Nullable UUID next) {
    static final String DEFAULT_LIMIT = "50";
    static final int MOST = 200;

    /**
     * A page of a list that is short enough to be read whole.
     *
     * @param after the id that the page before ended with; null for the first page
     */
    static <T> Listing<T> page(List<T> all, Function<T, UUID> id, int limit, @Nullable UUID after) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "limit is between 1 and " + MOST + ", not " + limit);
        }
        int start = after == null ? 0 : indexAfter(all.stream().map(id).toList(), after);
        List<T> items = all.subList(start, Math.min(all.size(), start + limit));
        boolean isLast = start + items.size() >= all.size();
        return new Listing<>(items, isLast ? null : id.apply(items.getLast()));
    }

    private static int indexAfter(List<UUID> ids, UUID after) {
        int index = ids.indexOf(after);
        if (index < 0) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "after names nothing in this list: " + after);
        }
        return index + 1;
    }
}
