package io.itinera.collector.api;

import io.itinera.collector.CollectorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of all requests that have not been answered; bounded, whatever clients do. */
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

    /** Takes so many bytes; false, and takes none, when there is no room. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
