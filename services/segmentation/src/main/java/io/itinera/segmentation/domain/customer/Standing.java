package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.ActivityCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands with one segment.
 *
 * @param version the segment's version that was asked
 * @param member whether they are in it
 * @param since since when that is so
 * @param cause why
 * @param changesAt when time alone may turn it over; null for never
 */
public record Standing(
        int version,
        boolean member,
        Instant since,
        ActivityCause cause,
        @Nullable Instant changesAt) {

    Standing withoutChange() {
        return new Standing(version, member, since, cause, null);
    }
}
