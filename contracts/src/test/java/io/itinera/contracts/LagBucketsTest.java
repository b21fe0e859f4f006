package io.itinera.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.events.LagReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LagBucketsTest {
    @Test
    void bucketsFollowEachOtherWithoutGapOrOverlap() {
        List<Integer> found = new ArrayList<>();
        for (int bucket = 0; bucket < LagBuckets.COUNT; bucket++) {
            long highest = LagBuckets.highestMs(bucket);
            long lowest = bucket == 0 ? 0 : LagBuckets.highestMs(bucket - 1) + 1;
            assertTrue(lowest <= highest);
            found.add(LagBuckets.of(lowest));
            found.add(LagBuckets.of(highest));
        }
        assertEquals(
                IntStream.range(0, LagBuckets.COUNT)
                        .boxed()
                        .flatMap(bucket -> List.of(bucket, bucket).stream())
                        .toList(),
                found);
    }

    @Test
    void highestLagIsLessThanAThirtySecondAboveTheLowest() {
        for (int bucket = 1; bucket < LagBuckets.COUNT; bucket++) {
            long lowest = LagBuckets.highestMs(bucket - 1) + 1;
            long width = LagBuckets.highestMs(bucket) - lowest;
            assertTrue(width * LagBuckets.PER_OCTAVE < lowest, "bucket " + bucket);
        }
    }

    @Test
    void whatIsBeyondTheEndsIsCountedAtTheEnds() {
        assertEquals(
                List.of(0, 0, 1023, 1023),
                List.of(
                        LagBuckets.of(Long.MIN_VALUE),
                        LagBuckets.of(-1),
                        LagBuckets.of(LagBuckets.MAX_MS),
                        LagBuckets.of(Long.MAX_VALUE)));
    }

    @Test
    void noReportCountsInABucketThatIsNone() {
        for (Map<Integer, Long> wrong :
                List.of(Map.of(-1, 1L), Map.of(LagBuckets.COUNT, 1L), Map.of(3, 0L))) {
            assertThrows(IllegalArgumentException.class, () -> report(wrong));
        }
    }

    private static LagReport report(Map<Integer, Long> histogram) {
        return new LagReport("w", new UUID(1, 2), Instant.EPOCH, Instant.EPOCH, histogram, null);
    }
}
