package io.itinera.collector.files.api;

import java.time.Duration;

/**
 * How long a sender's next bytes may take. The time is counted anew only when some have come: a
 * byte now and then would else hold a reader for ever. Only waiting counts, not the reading.
 */
final class Patience {
    /** So many bytes count the time anew; any client's line carries them in a second or two. */
    static final int ENOUGH_BYTES = 20 * 1024;

    private final Duration whole;
    private Duration left;
    private long came;

    Patience(Duration whole) {
        this.whole = whole;
        this.left = whole;
    }

    /** How long the next bytes may take. */
    Duration left() {
        return left;
    }

    /** So many bytes came after so much waiting. */
    void came(long bytes, Duration waited) {
        came += bytes;
        left = left.minus(waited);
        if (came >= ENOUGH_BYTES) {
            came = 0;
            left = whole;
        }
    }
}
