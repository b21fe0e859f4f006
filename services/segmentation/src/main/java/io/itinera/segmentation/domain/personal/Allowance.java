package io.itinera.segmentation.domain.personal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each asker may ask: so often in a row, and then as fast as the allowance comes back.
 * The generic cell rate algorithm (ITU-T I.371): one moment is kept for each asker, when they would
 * have used up nothing. Whoever asked longest ago is forgotten first.
 */
public final class Allowance {
    private final long intervalNanos;
    private final long burstNanos;
    private final Map<String, Long> unused;

    /**
     * An allowance that nobody has used.
     *
     * @param burst how often somebody may ask in a row
     * @param interval how long one of those takes to come back
     * @param askers how many askers are remembered at most
     */
    public Allowance(int burst, Duration interval, int askers) {
        this.intervalNanos = interval.toNanos();
        this.burstNanos = burst * intervalNanos;
        this.unused =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                        return size() > askers;
                    }
                };
    }

    /**
     * Whether somebody may ask now; if so, they have.
     *
     * @param nowNanos a time that never runs backwards, from whatever beginning
     */
    public synchronized boolean admits(String asker, long nowNanos) {
        Long before = unused.get(asker);
        long from = before == null || before - nowNanos < 0 ? nowNanos : before;
        long then = from + intervalNanos;
        if (then - nowNanos > burstNanos) {
            return false;
        }
        unused.put(asker, then);
        return true;
    }
}
