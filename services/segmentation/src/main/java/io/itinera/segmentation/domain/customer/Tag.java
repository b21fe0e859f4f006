package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last said of one tag.
 *
 * @param on whether the customer has it
 * @param at when that was said; one that ended by itself keeps when it was given
 * @param by who or what said it
 * @param until when it ends by itself; null for never
 */
public record Tag(boolean on, Instant at, String by, @Nullable Instant until) {

    Tag ended() {
        return new Tag(false, at, by, null);
    }
}
