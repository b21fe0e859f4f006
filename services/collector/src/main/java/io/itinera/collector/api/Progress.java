package io.itinera.collector.api;

/** How one body has come along; looked at now and then, by one thread. */
final class Progress {
    private final long startedAt;
    private long intervalBegan;
    private long receivedBefore;

    /**
     * Of a body of which nothing has come.
     *
     * @param now nanoseconds of a clock that only goes on
     */
    Progress(long now) {
        this.startedAt = now;
        this.intervalBegan = now;
    }

    /** Whether it does not keep the pace; an interval is over when somebody looks after its end. */
    boolean isLate(Pace pace, long received, long now) {
        if (now - startedAt > pace.wholeNanos()) {
            return true;
        }
        if (now - intervalBegan <= pace.intervalNanos()) {
            return false;
        }
        boolean late = received - receivedBefore < pace.bytes();
        intervalBegan = now;
        receivedBefore = received;
        return late;
    }
}
