package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.events.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Reports, declarations, ticks and restarts in any order that Kafka may bring them: what follows is
 * told never goes back and never runs ahead.
 */
final class WatermarksProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final int SOURCES = 3;
    private static final int STEPS = 150;

    @Property(tries = 60)
    void watermarksNeverGoBackAndNeverPassTheTimeThatTheyComeWith(@ForAll Random random) {
        Partitions partitions = new Partitions();
        Instant now = START;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(passed(random));
            happen(partitions, now, random);
            partitions.runInPeace(random);
        }
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            Map<String, Instant> before = new HashMap<>();
            for (ActivityRecord record : partitions.told().on(partition)) {
                check(before, (ActivityTick) record);
            }
            assertEquals(SOURCES, before.size());
        }
    }

    private static void check(Map<String, Instant> before, ActivityTick tick) {
        tick.watermarks()
                .forEach(
                        (source, at) -> {
                            Instant last = before.put(source, at);
                            assertTrue(!at.isAfter(tick.at()), () -> at + " at " + tick.at());
                            assertTrue(
                                    last == null || !at.isBefore(last), () -> last + " to " + at);
                        });
    }

    /** Seconds mostly, and sometimes more than a week. */
    private static Duration passed(Random random) {
        return random.nextInt(30) == 0
                ? Duration.ofHours(random.nextInt(200))
                : Duration.ofSeconds(1 + random.nextInt(90));
    }

    private static void happen(Partitions partitions, Instant now, Random random) {
        LagReport report = report(now, random);
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            if (random.nextInt(4) > 0) {
                partitions.collect(partition, report);
            }
            partitions.collect(
                    partition, new Tick(now.minusMillis(random.nextInt(1_000)), partition));
            if (random.nextInt(40) == 0) {
                partitions.runInPeace(random);
                partitions.restartOne(partition);
                partitions.restart(partition);
            }
        }
    }

    private static LagReport report(Instant now, Random random) {
        UUID source = new UUID(0, random.nextInt(SOURCES));
        Instant from = now.minusSeconds(60);
        if (random.nextInt(5) == 0) {
            Instant upTo = now.minusSeconds(random.nextInt(4_000) - 200L);
            return new LagReport("w", source, now, now, Map.of(), upTo);
        }
        long lagMs = 1L << random.nextInt(30);
        return new LagReport(
                "w", source, from, now, Map.of(LagBuckets.of(lagMs), 1L + random.nextInt(9)), null);
    }

    @Property(tries = 1)
    void nothingIsToldOfASourceBeforeEveryPartitionKnowsIt() {
        Partitions partitions = new Partitions();
        LagReport report = report(START, new Random(3));
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            if (partition > 0) {
                partitions.collect(partition, report);
            }
            partitions.collect(partition, new Tick(START.plusSeconds(10), partition));
        }
        partitions.runInPeace(new Random(3));
        assertEquals(
                List.of(Map.of()),
                partitions.told().on(0).stream()
                        .map(it -> ((ActivityTick) it).watermarks())
                        .toList());
    }
}
