package io.itinera.journeys.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that began, as long as the entry policy asks about it.
 *
 * @param journey the journey
 * @param key the run's key value; absent for a journey without key
 * @param until the first moment at which another run may begin; absent for never
 */
public record PastRun(UUID journey, @Nullable String key, @Nullable Instant until) {

    boolean over(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
