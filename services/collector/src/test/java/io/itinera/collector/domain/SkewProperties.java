package io.itinera.collector.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class SkewProperties {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration CAP = Duration.ofDays(1);

    @Property
    boolean nothingHappensAfterReceipt(
            @ForAll("moments") Optional<Instant> timestamp,
            @ForAll("moments") Optional<Instant> original,
            @ForAll("moments") Optional<Instant> sentAt,
            @ForAll("headers") Resent resent) {
        return !new Skew(NOW, resent, CAP).occurredAt(timestamp, original, sentAt).isAfter(NOW);
    }

    @Property
    boolean howFarAClockIsOffMakesNoDifference(
            @ForAll @LongRange(min = -86_400_000, max = 86_400_000) long offMs,
            @ForAll @LongRange(min = 0, max = 3_600_000) long queuedMs) {
        Instant sent = NOW.plusMillis(offMs);
        Optional<Instant> told = Optional.of(sent.minusMillis(queuedMs));
        Instant occurred =
                new Skew(NOW, Resent.UNKNOWN, CAP)
                        .occurredAt(told, Optional.empty(), Optional.of(sent));
        Duration wrongBy = Duration.between(occurred, NOW.minusMillis(queuedMs)).abs();
        return wrongBy.compareTo(Duration.ofSeconds(1)) < 0;
    }

    @Property
    boolean eventsOfOneRequestKeepTheirDistance(
            @ForAll @LongRange(min = 1_000, max = 86_400_000) long behindMs,
            @ForAll @LongRange(min = 0, max = 3_600_000) long olderMs,
            @ForAll @LongRange(min = 0, max = 3_600_000) long youngerMs) {
        Skew skew = new Skew(NOW, Resent.UNKNOWN, CAP);
        Optional<Instant> sent = Optional.of(NOW.minusMillis(behindMs));
        Instant older = at(skew, sent, olderMs);
        Instant younger = at(skew, sent, youngerMs);
        return Duration.between(older, younger).toMillis() == olderMs - youngerMs;
    }

    @Property
    boolean withoutHeadersNoEventIsMovedBackByMoreThanTheCap(
            @ForAll("moments") Optional<Instant> timestamp,
            @ForAll("moments") Optional<Instant> sentAt) {
        Instant told = timestamp.filter(it -> it.isBefore(NOW)).orElse(NOW);
        Instant occurred =
                new Skew(NOW, Resent.UNKNOWN, CAP)
                        .occurredAt(Optional.of(told), Optional.empty(), sentAt);
        return !occurred.isBefore(told.minus(CAP));
    }

    private static Instant at(Skew skew, Optional<Instant> sent, long agoMs) {
        return skew.occurredAt(sent.map(it -> it.minusMillis(agoMs)), Optional.empty(), sent);
    }

    @Provide
    Arbitrary<Optional<Instant>> moments() {
        return Arbitraries.longs()
                .between(-40L * 365 * 86_400_000, 40L * 365 * 86_400_000)
                .map(NOW::plusMillis)
                .optional();
    }

    @Provide
    Arbitrary<Resent> headers() {
        return Arbitraries.longs()
                .between(0, 86_400_000)
                .map(ms -> new Resent(null, Duration.ofMillis(ms), ms % 2 == 0))
                .edgeCases(it -> it.add(Resent.UNKNOWN));
    }
}
