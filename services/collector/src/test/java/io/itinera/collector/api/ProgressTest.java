package io.itinera.collector.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** 4,000 bytes in ten seconds, and all of them in a minute. */
    private static final Pace PACE = Pace.of(Duration.ofSeconds(10), 400, Duration.ofMinutes(1));

    private final Progress progress = new Progress(0);

    @Test
    void intervalHasItsBytesAndNotOneLess() {
        boolean enough = progress.isLate(PACE, 4_000, 10 * SECOND + 1);
        boolean tooFew = progress.isLate(PACE, 4_000 + 3_999, 21 * SECOND);
        assertEquals(List.of(false, true), List.of(enough, tooFew));
    }

    @Test
    void whatCameAtOnceBuysNoTimeForWhatDoesNotCome() {
        boolean first = progress.isLate(PACE, 5_000_000, 11 * SECOND);
        boolean silent = progress.isLate(PACE, 5_000_000, 22 * SECOND);
        assertEquals(List.of(false, true), List.of(first, silent));
    }

    @Test
    void nobodyIsLateBeforeTheIntervalIsOver() {
        boolean at = progress.isLate(PACE, 0, 10 * SECOND);
        boolean past = progress.isLate(PACE, 0, 10 * SECOND + 1);
        assertEquals(List.of(false, true), List.of(at, past));
    }

    @Test
    void bodyHasItsTimeAndNotMore() {
        boolean at = progress.isLate(PACE, 1_000_000, 60 * SECOND);
        boolean past = progress.isLate(PACE, 2_000_000, 60 * SECOND + 1);
        assertEquals(List.of(false, true), List.of(at, past));
    }

    @Test
    void whereOthersWaitItComesFasterInLessTime() {
        assertEquals(new Pace(2_500_000_000L, 16_000, 15 * SECOND), PACE.hurried());
    }
}
