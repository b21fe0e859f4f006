package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.events.Tick;
import io.itinera.contracts.settings.SourceLag;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Watermarks on their way from reports to activity, by example. */
final class WatermarksTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID SHOP = new UUID(0, 1);

    /** About an hour, as its bucket has it. */
    private static final Duration HOUR =
            Duration.ofMillis(LagBuckets.highestMs(LagBuckets.of(3_600_000)));

    private final Partitions partitions = new Partitions();

    @Test
    void watermarkIsToldWithEachTickThatMovesIt() {
        everywhere(report(SHOP, Duration.ZERO));
        tick(NOON, NOON.plusSeconds(3), NOON.plusSeconds(10), NOON.plusSeconds(27));
        Instant first = NOON.minusSeconds(60);
        assertEquals(
                List.of(first, first.plusSeconds(10), first.plusSeconds(20)), watermarks(SHOP));
    }

    @Test
    void smallestOfThePartitionsHolds() {
        partitions.collect(0, report(SHOP, Duration.ZERO));
        partitions.collect(1, report(SHOP, HOUR));
        partitions.collect(2, report(SHOP, Duration.ZERO));
        tick(NOON);
        assertEquals(List.of(true), watermarks(SHOP).stream().map(it -> isBehind(it)).toList());
    }

    private static boolean isBehind(Instant watermark) {
        Instant bound = NOON.minus(HOUR);
        return !watermark.isAfter(bound) && watermark.isAfter(bound.minusSeconds(10));
    }

    @Test
    void watermarkWaitsWhereItStandsWhenLagGrows() {
        everywhere(report(SHOP, Duration.ZERO));
        tick(NOON);
        everywhere(report(SHOP, HOUR));
        tick(NOON.plusSeconds(60), NOON.plus(HOUR), NOON.plus(HOUR).plusSeconds(60));
        assertEquals(List.of(NOON.minusSeconds(60), NOON, NOON.plusSeconds(60)), watermarks(SHOP));
    }

    @Test
    void declarationIsToldWhenTheTimeIsReachedAtWhichItWasMade() {
        Instant midnight = NOON.minus(Duration.ofHours(12));
        everywhere(new LagReport("w", SHOP, NOON, NOON, Map.of(), midnight));
        tick(NOON.minusSeconds(1), NOON.plusSeconds(1), NOON.plusSeconds(3_600));
        assertEquals(List.of(midnight), watermarks(SHOP));
    }

    @Test
    void manySourcesTakeTurns() {
        int many = ActivityTick.MAX_WATERMARKS * 2 + 1;
        for (int source = 0; source < many; source++) {
            everywhere(report(new UUID(0, source), Duration.ZERO));
        }
        tick(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3));
        assertEquals(
                List.of(100, 100, 1, 0),
                ticks().stream().map(it -> it.watermarks().size()).toList());
        Map<String, Instant> all = new HashMap<>();
        ticks().forEach(it -> all.putAll(it.watermarks()));
        assertEquals(many, all.size());
    }

    @Test
    void knowledgeOfSourcesOutlivesTheTask() {
        everywhere(report(SHOP, HOUR));
        tick(NOON);
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            partitions.restartOne(partition);
            partitions.restart(partition);
        }
        tick(NOON.plusSeconds(10));
        everywhere(report(SHOP, Duration.ZERO));
        tick(NOON.plusSeconds(20), NOON.plusSeconds(80));
        List<Instant> told = watermarks(SHOP);
        assertEquals(
                List.of(told.getFirst().plusSeconds(10), told.getFirst().plusSeconds(20)),
                told.subList(1, 3));
        assertEquals(2, partitions.told().lags().getLast().events());
    }

    @Test
    void lagIsShownByOnePartitionOnceAMinuteUntilTheSourceIsSilent() {
        everywhere(report(SHOP, Duration.ZERO));
        Instant later = NOON.plus(Duration.ofDays(9));
        tick(NOON, NOON.plusSeconds(1), NOON.plusSeconds(61), NOON.plusSeconds(62), later);
        tick(later.plusSeconds(120));
        assertEquals(
                List.of(
                        shown(1, 0L, NOON.minusSeconds(60), NOON),
                        shown(1, 0L, NOON, NOON.plusSeconds(61)),
                        shown(0, null, null, later)),
                partitions.told().lags());
    }

    @Test
    void declarationIsShownAsSoonAsItHolds() {
        Instant midnight = NOON.minus(Duration.ofHours(12));
        Instant said = NOON.plusSeconds(30);
        tick(said.minusSeconds(1));
        everywhere(new LagReport("w", SHOP, said, said, Map.of(), midnight));
        tick(said.minusMillis(20), said.plusMillis(980), said.plusMillis(1_980));
        assertEquals(
                List.of(
                        new SourceLag(
                                "w",
                                SHOP,
                                0,
                                null,
                                null,
                                midnight,
                                midnight,
                                said.plusMillis(980),
                                Map.of())),
                partitions.told().lags());
    }

    private static SourceLag shown(
            long events, @Nullable Long quantile, @Nullable Instant watermark, Instant at) {
        return new SourceLag("w", SHOP, events, quantile, quantile, watermark, null, at, Map.of());
    }

    private static LagReport report(UUID source, Duration lag) {
        Map<Integer, Long> one = Map.of(LagBuckets.of(lag.toMillis()), 1L);
        return new LagReport("w", source, NOON.minusSeconds(60), NOON, one, null);
    }

    private void everywhere(LagReport report) {
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            partitions.collect(partition, report);
        }
    }

    private void tick(Instant... times) {
        for (Instant time : times) {
            for (int partition = 0; partition < Partitions.COUNT; partition++) {
                partitions.collect(partition, new Tick(time, partition));
            }
            partitions.runInPeace(new Random(1));
        }
    }

    private List<ActivityTick> ticks() {
        return partitions.told().on(0).stream().map(ActivityTick.class::cast).toList();
    }

    private List<Instant> watermarks(UUID source) {
        return ticks().stream()
                .filter(it -> it.watermarks().containsKey(source.toString()))
                .map(it -> it.watermarks().get(source.toString()))
                .toList();
    }
}
