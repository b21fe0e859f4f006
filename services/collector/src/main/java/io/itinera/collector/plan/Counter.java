package io.itinera.collector.plan;

import io.itinera.collector.domain.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tally that is being counted: events are many, and each would otherwise make a new one. */
final class Counter {
    private final Instant firstSeen;
    private Instant lastSeen;
    private long accepted;
    private long warned;
    private long rejected;
    private @Nullable String sample;
    private @Nullable Instant sampledAt;

    Counter(Instant firstSeen) {
        this.firstSeen = firstSeen;
        this.lastSeen = firstSeen;
    }

    void count(SeenSum sum, Instant at) {
        lastSeen = at;
        accepted += sum.accepted();
        warned += sum.warned();
        rejected += sum.rejected();
    }

    boolean hasSample() {
        return sample != null;
    }

    void keep(String event, Instant at) {
        sample = event;
        sampledAt = at;
    }

    Tally tally() {
        return new Tally(firstSeen, lastSeen, accepted, warned, rejected, sample, sampledAt);
    }
}
