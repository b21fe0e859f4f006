package io.itinera.collector.api;

import io.itinera.collector.CollectorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of all requests that somebody still works on; bounded, whatever clients do. No source
 * gets more than half of it, so that a flood of one leaves room for the others.
 */
@Singleton
final class InFlight {
    /** There is next to no room when less than so manieth of a budget is left. */
    private static final int LAST_ROOM = 4;

    private final Budget all;
    private final Budget unnamed;
    private final Map<UUID, Budget> bySource = new ConcurrentHashMap<>();
    private final long perSource;

    @Inject
    InFlight(CollectorConfig config) {
        this(config.maxInFlight().asLongValue());
    }

    InFlight(long limit) {
        this.all = new Budget(limit);
        this.perSource = limit / 2;
        this.unnamed = new Budget(perSource);
    }

    /**
     * What one request holds of it.
     *
     * @param source whose request it is, if that is known before its body
     */
    Share open(Optional<UUID> source) {
        return new Share(source.map(this::of).orElse(unnamed));
    }

    private Budget of(UUID source) {
        Budget known = bySource.get(source);
        return known == null ? bySource.computeIfAbsent(source, _ -> new Budget(perSource)) : known;
    }

    private record Budget(long limit, AtomicLong held) {
        Budget(long limit) {
            this(limit, new AtomicLong());
        }

        boolean isCrowded() {
            return held.get() > limit - limit / LAST_ROOM;
        }

        boolean take(long bytes) {
            if (held.addAndGet(bytes) <= limit) {
                return true;
            }
            giveBack(bytes);
            return false;
        }

        void giveBack(long bytes) {
            held.addAndGet(-bytes);
        }
    }

    /**
     * One request's bytes, as they came and decompressed. They are given back when whoever works on
     * them lets go: a client that hangs up does not free what a worker still reads.
     */
    final class Share {
        private final Budget own;
        private long bytes;

        private Share(Budget own) {
            this.own = own;
        }

        /** Whether next to no room is left where it takes its bytes from. */
        boolean isCrowded() {
            return own.isCrowded() || all.isCrowded();
        }

        /** Takes so many bytes more; false, and takes none, when there is no room. */
        synchronized boolean take(long more) {
            if (!own.take(more)) {
                return false;
            }
            if (!all.take(more)) {
                own.giveBack(more);
                return false;
            }
            bytes += more;
            return true;
        }

        /** Gives so many of them back. */
        synchronized void giveBack(long fewer) {
            bytes -= fewer;
            own.giveBack(fewer);
            all.giveBack(fewer);
        }

        /** Gives all of them back; nothing when that has been done. */
        synchronized void letGo() {
            giveBack(bytes);
        }
    }
}
