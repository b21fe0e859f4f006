package io.itinera.collector.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final UUID SHOP = new UUID(0, 1);

    private long now;
    private final LocalLender shared = new LocalLender(() -> now);
    private final RateLimits one = new RateLimits(shared, () -> now);
    private final RateLimits other = new RateLimits(shared, () -> now);

    @Test
    void sourceWithoutARateIsNeverHeldUp() {
        Source free = source(null);
        one.spend(free, 1_000_000);
        assertEquals(Optional.empty(), one.patience(free));
    }

    @Test
    void instancesTogetherLetTheRateInAndNoMore() {
        Source shop = source(100);
        int taken = 0;
        for (int second = 0; second < 10; second++) {
            for (int millisecond = 0; millisecond < 1_000; millisecond++) {
                taken += let(one, shop, 1) + let(other, shop, 1);
                after(Duration.ofMillis(1));
            }
        }
        assertTrue(taken >= 1_000 && taken <= 1_000 + 100 + 2 * 10, taken + " in ten seconds");
    }

    @Test
    void sourceWithinItsRateIsNeverHeldUp() {
        Source shop = source(100);
        for (int n = 0; n < 1_000; n++) {
            assertEquals(1, let(n % 2 == 0 ? one : other, shop, 1), "event " + n);
            after(Duration.ofMillis(10));
        }
    }

    @Test
    void batchThatIsLargerThanTheRatePassesAndTheSourceWaitsForIt() {
        Source shop = source(10);
        assertEquals(55, let(one, shop, 55));
        after(Duration.ofMillis(1));
        Duration wait = one.patience(shop).orElseThrow();
        assertTrue(wait.toSeconds() >= 4 && wait.toSeconds() <= 5, wait.toString());

        int taken = 0;
        for (int tenth = 0; tenth < 30; tenth++) {
            after(Duration.ofMillis(100));
            taken += let(one, shop, 1);
        }
        assertEquals(0, taken);
        after(wait);
        one.patience(shop);
        after(Duration.ofMillis(200));
        assertEquals(1, let(one, shop, 1));
    }

    @Test
    void requestThatCameToNothingIsNotWaitedFor() {
        Source shop = source(10);
        for (int attempt = 0; attempt < 100; attempt++) {
            assertEquals(55, let(one, shop, 55), "attempt " + attempt);
            one.giveBack(shop, 55);
        }
    }

    @Test
    void noMoreThanASecondsWorthIsGivenBack() {
        Source shop = source(10);
        one.giveBack(shop, 1_000);
        assertEquals(10, let(one, shop, 10));
        after(Duration.ofMillis(1));
        assertEquals(List.of(11, 0), List.of(let(one, shop, 11), let(one, shop, 1)));
    }

    @Test
    void noRequestWaitsForALoanAndTheDebtIsBounded() {
        Queue<Runnable> loans = new ArrayDeque<>();
        RateLimits slow =
                new RateLimits(
                        (_, _, asked, lent) -> loans.add(() -> lent.accept(asked)), () -> now);
        Source shop = source(100);
        int taken = 0;
        for (int n = 0; n < 1_000; n++) {
            taken += let(slow, shop, 1);
        }
        assertEquals(110, taken, "a loan in advance and a second's worth of debt");
        assertEquals(1, loans.size(), "one question at a time");
        loans.remove().run();
        assertEquals(1, let(slow, shop, 1));
    }

    @Test
    void waitIsWholeSecondsAndNeverMoreThanFiveMinutes() {
        Source shop = source(1);
        assertEquals(10_000, let(one, shop, 10_000));
        after(Duration.ofMillis(1));
        assertEquals(Optional.of(Duration.ofMinutes(5)), one.patience(shop));
    }

    @Test
    void changedRateHoldsAtOnce() {
        assertEquals(1_000, let(one, source(10), 1_000));
        assertEquals(Optional.empty(), one.patience(source(10_000)));
    }

    @Test
    void sourcesDoNotSpendEachOthersRate() {
        assertEquals(1_000, let(one, source(10), 1_000));
        Source another =
                new Source(
                        new UUID(0, 2),
                        "w",
                        "Another",
                        List.of(),
                        true,
                        Source.DEFAULT_HISTORIC_AFTER,
                        rules(10),
                        null,
                        Map.of());
        assertEquals(Optional.empty(), one.patience(another));
    }

    /** How many events of a request are let in: all or none. */
    private static int let(RateLimits limits, Source source, int events) {
        if (limits.patience(source).isPresent()) {
            return 0;
        }
        limits.spend(source, events);
        return events;
    }

    private void after(Duration time) {
        now += TimeUnit.NANOSECONDS.convert(time);
    }

    private static Source source(@Nullable Integer rate) {
        return new Source(
                SHOP,
                "w",
                "Shop",
                List.of(),
                true,
                Source.DEFAULT_HISTORIC_AFTER,
                rules(rate),
                null,
                Map.of());
    }

    private static IntakeRules rules(@Nullable Integer rate) {
        return new IntakeRules(List.of(), rate, Keep.none, Keep.full, PlanMode.allow, false);
    }
}
