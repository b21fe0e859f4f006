package io.itinera.segmentation.domain.attributes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earlier of two moments, either of which may never come. */
final class Earliest {
    private Earliest() {}

    static @Nullable Instant of(@Nullable Instant left, @Nullable Instant right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.isBefore(right) ? left : right;
    }
}
