package io.itinera.contracts.events;

/**
 * The buckets in which lag is counted: how long after it happened an event was received. They are
 * log-linear, as HdrHistogram's are (Gil Tene, hdrhistogram.org): single milliseconds below {@value
 * #PER_OCTAVE}, and from there on {@value #PER_OCTAVE} equal buckets for each doubling. So a
 * bucket's highest value is never less than any lag in it and less than 1/{@value #PER_OCTAVE} (3.2
 * %) above each, and who adds up the counts of two histograms has the histogram of both, in
 * whatever order (as for every such histogram: Masson, Rim and Lee, DDSketch, VLDB 2019). Integers
 * only: every machine counts alike.
 */
public final class LagBuckets {
    /** Buckets from one power of two to the next. */
    public static final int PER_OCTAVE = 32;

    /** How many buckets there are. */
    public static final int COUNT = 1024;

    /** More than two years; whatever lags longer is counted as this. */
    public static final long MAX_MS = (1L << 36) - 1;

    private static final int BITS = 5;

    private LagBuckets() {}

    /**
     * The bucket of a lag.
     *
     * @param lagMs less than nothing, as of a clock that runs ahead, counts as nothing
     */
    public static int of(long lagMs) {
        long lag = Math.clamp(lagMs, 0, MAX_MS);
        int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(lag));
        return (shift << BITS) + (int) (lag >>> shift);
    }

    /** The highest lag in a bucket, in milliseconds. */
    public static long highestMs(int bucket) {
        if (!exists(bucket)) {
            throw new IllegalArgumentException(
                    "a bucket is 0 to " + (COUNT - 1) + ", not " + bucket);
        }
        int shift = Math.max(0, (bucket >> BITS) - 1);
        return ((bucket - ((long) shift << BITS) + 1) << shift) - 1;
    }

    static boolean exists(int bucket) {
        return bucket >= 0 && bucket < COUNT;
    }
}
