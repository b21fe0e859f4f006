package io.itinera.collector.limits;

/** Fills at a steady rate up to one second's worth; what is taken out is gone. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final int rate;
    private double tokens;
    private long at;

    /**
     * A full one.
     *
     * @param rate how many it gains in a second, and the most it holds
     * @param now nanoseconds of a clock that only goes on
     */
    TokenBucket(int rate, long now) {
        this.rate = rate;
        this.tokens = rate;
        this.at = now;
    }

    /** Takes as many as are asked for or, when it has fewer, all that it has. */
    synchronized long take(long asked, long now) {
        tokens = Math.min(rate, tokens + Math.max(0, now - at) * (rate / NANOS));
        at = Math.max(at, now);
        long taken = Math.min(asked, (long) tokens);
        tokens -= taken;
        return taken;
    }

    int rate() {
        return rate;
    }

    /** Whether it is as full as when it was made, so that forgetting it changes nothing. */
    synchronized boolean isFull(long now) {
        return tokens + Math.max(0, now - at) * (rate / NANOS) >= rate;
    }
}
