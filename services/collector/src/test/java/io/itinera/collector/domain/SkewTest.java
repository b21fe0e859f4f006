package io.itinera.collector.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SkewTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration CAP = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void clockAnHourBehindIsCorrectedByAnHour() {
        assertEquals(
                NOW.minusSeconds(30),
                occurred(NOW.minus(HOUR).minusSeconds(30), null, NOW.minus(HOUR)));
    }

    @Test
    void clockAheadIsCorrectedToo() {
        assertEquals(
                NOW.minusSeconds(30),
                occurred(NOW.plus(HOUR).minusSeconds(30), null, NOW.plus(HOUR)));
    }

    @Test
    void differenceBelowASecondIsTheNetworks() {
        Instant told = NOW.minusSeconds(30);
        assertEquals(told, occurred(told, null, NOW.minusMillis(999)));
    }

    @Test
    void differenceOfASecondIsTheClocks() {
        Instant told = NOW.minusSeconds(30);
        assertEquals(told.plusSeconds(1), occurred(told, null, NOW.minusSeconds(1)));
    }

    @Test
    void timestampBesideAnOriginalOneIsTakenAsItIs() {
        Instant chosen = Instant.parse("2020-05-05T00:00:00Z");
        assertEquals(chosen, occurred(chosen, NOW.minus(HOUR), NOW.minus(HOUR)));
    }

    @Test
    void originalTimestampAloneIsCorrected() {
        assertEquals(NOW, occurred(null, NOW.minus(HOUR), NOW.minus(HOUR)));
    }

    @Test
    void withoutATimeItHappenedOnReceipt() {
        assertEquals(NOW, occurred(null, null, NOW.plus(HOUR)));
    }

    @Test
    void withoutASendingTimeTheFutureIsNow() {
        assertEquals(NOW, occurred(NOW.plus(HOUR), null, null));
    }

    @Test
    void importedHistoryIsMovedByTheSkewAlone() {
        Instant history = Instant.parse("2020-01-01T00:00:00Z");
        assertEquals(history.plus(HOUR), occurred(history, null, NOW.minus(HOUR)));
    }

    @Test
    void oldRequestSentAgainIsMovedByTheCapAtMost() {
        Instant told = NOW.minus(Duration.ofDays(9));
        assertEquals(told.plus(CAP), occurred(told, null, told));
    }

    @Test
    void countedRetryDatesItselfAnewSoItsClockIsBelieved() {
        Instant told = NOW.minus(Duration.ofDays(400));
        Skew skew = new Skew(NOW, new Resent(null, null, true), CAP);
        assertEquals(NOW, skew.occurredAt(Optional.of(told), Optional.empty(), Optional.of(told)));
    }

    @Test
    void retryThatRepeatsItsDateIsNoSkew() {
        Instant told = NOW.minus(HOUR);
        Skew skew = new Skew(NOW, new Resent(null, HOUR, false), CAP);
        assertEquals(told, skew.occurredAt(Optional.of(told), Optional.empty(), Optional.of(told)));
    }

    @Test
    void retryThatRenewsItsDateIsNoSkewEither() {
        Instant told = NOW.minus(HOUR);
        Skew skew = new Skew(NOW, new Resent(null, HOUR, false), CAP);
        assertEquals(told, skew.occurredAt(Optional.of(told), Optional.empty(), Optional.of(NOW)));
    }

    private static Instant occurred(
            @Nullable Instant timestamp, @Nullable Instant original, @Nullable Instant sentAt) {
        return new Skew(NOW, Resent.UNKNOWN, CAP)
                .occurredAt(
                        Optional.ofNullable(timestamp),
                        Optional.ofNullable(original),
                        Optional.ofNullable(sentAt));
    }
}
