package io.itinera.collector.plan;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.QuarantineFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quarantine topic, for a workspace at a time. Its methods wait for Kafka. */
public interface QuarantineLog {
    /**
     * Looks from the newest back, and stops after a bounded number of records or seconds.
     *
     * @param before only what stands before these; null begins with the newest
     * @throws io.itinera.kit.problem.Problem 503 when Kafka is away
     */
    Found newest(String workspace, QuarantineFilter filter, @Nullable Positions before, int limit);

    /**
     * What was found.
     *
     * @param entries the newest first
     * @param next before which the search goes on; null when it has come to the beginning
     */
    record Found(List<QuarantineEntry> entries, @Nullable Positions next) {}

    /** Where the records that were put aside from then on begin; everything when null. */
    Positions beginning(@Nullable Instant from);

    /** Where the topic ends now. */
    Positions end();

    /**
     * Opens it for reading on.
     *
     * @param from where to begin; where that is gone, with the oldest that is left
     * @param to where to end
     */
    Reading read(String workspace, Positions from, Positions to);

    /** A reading under way, by one thread. */
    interface Reading extends AutoCloseable {
        /** The workspace's next records, some at a time; empty is not yet the end. */
        List<QuarantineEntry> next();

        /** Behind what {@link #next} has given. */
        Positions positions();

        /** Whether all was given. */
        boolean isAtEnd();

        @Override
        void close();
    }
}
