package io.itinera.segmentation.api;

import io.itinera.segmentation.Reading;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a segment is computed over everyone's history.
 *
 * @param fraction the part of everyone who was asked, 0 to 1
 * @param partitions the same for each partition
 * @param estimatedEnd when it will be done if it goes on as it did; absent before it has begun
 */
@RegisterForReflection
record Progress(
        double fraction, List<Reading.Computed> partitions, @Nullable Instant estimatedEnd) {

    static Progress of(List<Reading.Computed> partitions) {
        return new Progress(
                partitions.stream().mapToDouble(Reading.Computed::fraction).average().orElse(0),
                partitions,
                null);
    }

    /** With what another instance has computed. */
    Progress and(Progress elsewhere) {
        return of(
                Stream.concat(partitions.stream(), elsewhere.partitions.stream())
                        .sorted(Comparator.comparingInt(Reading.Computed::partition))
                        .toList());
    }

    /** With the end, judged by how long it has taken so far. */
    Progress since(Instant begun, Instant now) {
        if (fraction <= 0) {
            return this;
        }
        long soFarMs = Math.max(0, Duration.between(begun, now).toMillis());
        return new Progress(fraction, partitions, begun.plusMillis(Math.round(soFarMs / fraction)));
    }
}
