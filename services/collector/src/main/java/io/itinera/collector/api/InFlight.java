package io.itinera.collector.api;

import io.itinera.collector.CollectorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of all requests that somebody still works on; bounded, whatever clients do. */
@Singleton
final class InFlight {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    @Inject
    InFlight(CollectorConfig config) {
        this(config.maxInFlight().asLongValue());
    }

    InFlight(long limit) {
        this.limit = limit;
    }

    /** What one request holds of it. */
    Share open() {
        return new Share();
    }

    private boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /**
     * One request's bytes, as they came and decompressed. They are given back when the last of its
     * holders lets go: a client that hangs up does not free what a worker still reads.
     */
    final class Share {
        private long bytes;
        private int holders = 1;

        /** Takes so many bytes more; false, and takes none, when there is no room. */
        synchronized boolean take(long more) {
            if (!InFlight.this.take(more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** Gives so many of them back. */
        synchronized void giveBack(long fewer) {
            bytes -= fewer;
            held.addAndGet(-fewer);
        }

        /** One holder more. */
        synchronized void hold() {
            holders++;
        }

        /** One holder less; the last gives everything back. */
        synchronized void letGo() {
            if (--holders == 0) {
                giveBack(bytes);
            }
        }
    }
}
