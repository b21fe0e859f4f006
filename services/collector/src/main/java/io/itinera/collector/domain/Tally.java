package io.itinera.collector.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of the events of one name.
 *
 * @param firstSeen when the first was received
 * @param lastSeen when the last was received
 * @param accepted how many were taken, those with warnings too
 * @param warned how many were taken and are not what the plan says
 * @param rejected how many were refused
 * @param sample one of them, as sent; null when none was small enough
 * @param sampledAt when that was received
 */
public record Tally(
        Instant firstSeen,
        Instant lastSeen,
        long accepted,
        long warned,
        long rejected,
        @Nullable String sample,
        @Nullable Instant sampledAt) {

    /** The same without its sample. */
    public Tally withoutSample() {
        return new Tally(firstSeen, lastSeen, accepted, warned, rejected, null, null);
    }

    /** Both together, with the newer sample. */
    public Tally plus(Tally other) {
        boolean othersSample =
                other.sampledAt != null
                        && (sampledAt == null || other.sampledAt.isAfter(sampledAt));
        return new Tally(
                firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
                lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen,
                accepted + other.accepted,
                warned + other.warned,
                rejected + other.rejected,
                othersSample ? other.sample : sample,
                othersSample ? other.sampledAt : sampledAt);
    }
}
