package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import org.jspecify.annotations.Nullable;

/**
 * How often something was done.
 *
 * @param atLeast the smallest count that passes, 0 or more
 * @param atMost the largest count that passes; no bound when absent
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Times(int atLeast, @Nullable Integer atMost) {
    /** Once or more often. */
    public static final Times ONCE = new Times(1, null);

    public Times {
        if (atLeast < 0 || (atMost != null && atMost < atLeast)) {
            throw new IllegalArgumentException(
                    "times must be 0 <= atLeast <= atMost, not " + atLeast + " and " + atMost);
        }
    }
}
