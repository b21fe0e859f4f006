package io.itinera.segmentation.domain.lag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.settings.SourceLag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SourceClockTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final SourceKey KEY = new SourceKey("w", new UUID(1, 2));

    private final SourceClock unheard = SourceClock.unheard(KEY);

    @Test
    void watermarkIsAMinuteBehindWhenNothingIsLate() {
        SourceClock prompt = unheard.judged(week(NOW, Duration.ofMillis(5), 1_000), NOW);
        assertEquals(Optional.of(NOW.minus(Duration.ofMinutes(1))), prompt.pace().watermark(NOW));
        assertEquals(
                Optional.of(NOW.plusSeconds(60)), prompt.pace().watermark(NOW.plusSeconds(125)));
    }

    @Test
    void watermarkIsAsFarBehindAsAllButOneOfAHundredWere() {
        Week week =
                week(NOW, Duration.ZERO, 989)
                        .plus(NOW, lags(Duration.ofMinutes(32), 10))
                        .plus(NOW, lags(Duration.ofDays(2), 1));
        SourceClock late = unheard.judged(week, NOW);
        Duration p99 = Duration.ofMillis(LagBuckets.highestMs(LagBuckets.of(32 * 60_000)));
        assertEquals(
                new SourceLag(
                        "w",
                        KEY.source(),
                        1_000,
                        0L,
                        p99.toMillis(),
                        Instant.parse("2026-03-10T08:27:40Z"),
                        null,
                        NOW,
                        Map.of()),
                late.shown(NOW));
    }

    @Test
    void whatIsOlderThanSevenDaysIsForgotten() {
        Week week =
                week(NOW, Duration.ofHours(5), 100)
                        .plus(NOW.plus(Duration.ofDays(3)), lags(Duration.ZERO, 9));
        assertEquals(
                List.of(109L, 9L, 0L),
                List.of(
                        week.asOf(NOW.plus(Duration.ofDays(7))).total().events(),
                        week.asOf(NOW.plus(Duration.ofDays(8))).total().events(),
                        week.asOf(NOW.plus(Duration.ofDays(11))).total().events()));
    }

    @Test
    void sourceThatWasSilentForSevenDaysHasNoWatermarkAndOneThatComesBackGoesOnWhereItStood() {
        SourceClock prompt = unheard.judged(week(NOW, Duration.ZERO, 9), NOW);
        Instant later = NOW.plus(Duration.ofDays(8));
        SourceClock silent = prompt.judged(Week.EMPTY, later);
        SourceClock again =
                silent.judged(week(later, Duration.ofDays(30), 9), later.plusSeconds(10));
        assertEquals(
                List.of(Optional.empty(), Optional.of(later.minusSeconds(60))),
                List.of(
                        silent.pace().watermark(later),
                        again.pace().watermark(later.plusSeconds(10))));
    }

    @Test
    void feedsWatermarkIsItsLatestDeclarationHoweverPromptItIs() {
        SourceClock feed =
                unheard.judged(week(NOW, Duration.ZERO, 9), NOW)
                        .declared(NOW.minusSeconds(5), NOW, NOW);
        Instant later = NOW.plus(Duration.ofHours(3));
        SourceClock more = feed.declared(later.minusSeconds(7), later, later);
        SourceClock less = more.declared(NOW, later, later);
        assertEquals(
                List.of(
                        Optional.of(NOW.minusSeconds(5)),
                        Optional.of(later.minusSeconds(7)),
                        Optional.of(later.minusSeconds(7))),
                List.of(
                        feed.pace().watermark(later),
                        more.pace().watermark(later),
                        less.pace().watermark(later)));
    }

    @Test
    void declarationHoldsOnlyOnceAllThatWasSentBeforeItIsReceived() {
        SourceClock feed = unheard.declared(NOW.minusSeconds(90), NOW, NOW.minusSeconds(1));
        assertEquals(
                List.of(Optional.empty(), Optional.of(NOW.minusSeconds(90))),
                List.of(feed.pace().watermark(NOW.minusMillis(1)), feed.pace().watermark(NOW)));
    }

    @Test
    void nothingIsCompleteBeforeItCame() {
        SourceClock feed = unheard.declared(NOW.plusSeconds(3_600), NOW, NOW);
        assertEquals(
                List.of(Optional.of(NOW), Optional.of(NOW.plusSeconds(3_600))),
                List.of(
                        feed.pace().watermark(NOW.plusSeconds(9)),
                        feed.pace().watermark(NOW.plusSeconds(7_200))));
    }

    @Test
    void importOfOldEventsIntoALiveSourceChangesNothing() {
        SourceClock live = unheard.judged(week(NOW, Duration.ZERO, 9), NOW);
        assertEquals(live, live.declared(NOW.minus(Duration.ofDays(30)), NOW, NOW));
    }

    @Test
    void feedThatDeclaresNoMoreIsToldByItsLagAfterSevenDaysIfItHasAny() {
        SourceClock feed = unheard.declared(NOW.minusSeconds(5), NOW, NOW);
        Instant later = NOW.plus(Duration.ofDays(8));
        Week lags = week(later, Duration.ZERO, 9);
        SourceClock restated = feed.declared(NOW.minusSeconds(5), later, later);
        assertEquals(
                List.of(
                        Optional.of(NOW.minusSeconds(5)),
                        Optional.of(later.minusSeconds(60)),
                        Optional.of(NOW.minusSeconds(5))),
                List.of(
                        feed.judged(Week.EMPTY, later).pace().watermark(later),
                        feed.judged(lags, later).pace().watermark(later),
                        restated.judged(lags, later).pace().watermark(later)));
    }

    private static Week week(Instant at, Duration lag, long events) {
        return Week.EMPTY.plus(at, lags(lag, events));
    }

    private static Histogram lags(Duration lag, long events) {
        return Histogram.of(Map.of(LagBuckets.of(lag.toMillis()), events));
    }
}
