package io.itinera.segmentation.domain.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a source's watermark follows a partition's time. It changes seldom, so that only changes need
 * to be told; and it never goes back, because each pace begins with what the one before it had
 * reached.
 */
public sealed interface Pace {
    /** Time moves a watermark in steps of this, so that it need not be told with every tick. */
    Duration STEP = Duration.ofSeconds(10);

    /** What the watermark has reached at a time, and will not go back behind. */
    Instant reached(Instant time);

    /** Whether it holds at a time, or is yet to. */
    default boolean holds(Instant time) {
        return true;
    }

    /** Up to when the source's events are likely all here; empty when that is not known. */
    default Optional<Instant> watermark(Instant time) {
        return Optional.of(reached(time)).filter(at -> at.isAfter(Instant.EPOCH));
    }

    /**
     * So far behind time as its late events are late.
     *
     * @param floor what was reached before
     * @param behind how far
     */
    record Following(Instant floor, Duration behind) implements Pace {
        @Override
        public Instant reached(Instant time) {
            return later(floor, step(time.minus(behind)));
        }
    }

    /**
     * As the source declared itself, however late its events are.
     *
     * @param floor what was reached before
     * @param upTo up to when it has sent everything; what is yet to come is not complete
     * @param since the time at which everything that it had sent by then has been received
     */
    record Declared(Instant floor, Instant upTo, Instant since) implements Pace {
        @Override
        public boolean holds(Instant time) {
            return !time.isBefore(since);
        }

        @Override
        public Instant reached(Instant time) {
            if (!holds(time)) {
                return floor;
            }
            return later(floor, upTo.isAfter(time) ? step(time) : upTo);
        }
    }

    /**
     * Nothing was heard for so long that nobody need wait for it.
     *
     * @param floor what was reached before
     */
    record Silent(Instant floor) implements Pace {
        /** Before anything was heard of a source. */
        public static final Silent UNHEARD = new Silent(Instant.EPOCH);

        @Override
        public Instant reached(Instant time) {
            return floor;
        }

        @Override
        public Optional<Instant> watermark(Instant time) {
            return Optional.empty();
        }
    }

    /**
     * The watermark of a source that several partitions know: the smallest, and none when one of
     * them has none. It is not ahead of the time.
     */
    static Optional<Instant> smallest(Collection<Pace> paces, Instant time) {
        if (paces.stream().anyMatch(pace -> pace.watermark(time).isEmpty())) {
            return Optional.empty();
        }
        return paces.stream()
                .map(pace -> pace.reached(time))
                .min(Comparator.naturalOrder())
                .map(least -> least.isAfter(time) ? time : least);
    }

    private static Instant step(Instant time) {
        long stepMs = STEP.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), stepMs) * stepMs);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
