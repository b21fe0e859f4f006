package io.itinera.collector.api;

import java.time.Duration;

/**
 * How fast a body must come: something in every interval, and all of it within its time.
 *
 * @param intervalNanos the length of an interval
 * @param bytes the least that comes in each
 * @param wholeNanos the longest that all of it takes
 */
record Pace(long intervalNanos, long bytes, long wholeNanos) {
    /** Where others wait for the room that a body holds, it has so much less time... */
    private static final int SHORTER = 4;

    /** ...and must come so much faster. */
    private static final int FASTER = 16;

    static Pace of(Duration interval, long bytesPerSecond, Duration whole) {
        return new Pace(
                interval.toNanos(),
                bytesPerSecond * interval.toMillis() / Duration.ofSeconds(1).toMillis(),
                whole.toNanos());
    }

    /** The pace of those who hold the room that others wait for. */
    Pace hurried() {
        return new Pace(intervalNanos / SHORTER, bytes / SHORTER * FASTER, wholeNanos / SHORTER);
    }
}
