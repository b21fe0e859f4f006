package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.Medians;
import io.itinera.loadtests.measure.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class MeasureTest {
    /** Well above what its rounding leaves open. */
    private static final long WORK_MICROS = 100_000;

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoThere() {
        assertEquals(2.0, Medians.of(List.of(9.0, 1.0, 2.0)));
        assertEquals(2.5, Medians.of(List.of(9.0, 1.0, 2.0, 3.0)));
        assertThrows(IllegalArgumentException.class, () -> Medians.of(List.of()));
    }

    @Test
    @Timeout(60)
    void workCostsCpuTime() {
        List<Long> self = List.of(ProcessHandle.current().pid());
        long before = CpuTime.micros(self);
        double sum = 0;
        while (CpuTime.micros(self) < before + WORK_MICROS) {
            sum += Math.sqrt(sum + 1);
        }
        assertTrue(sum > 0);
    }

    @Test
    void payloadIsJsonOfTheSizeThatItSays() throws Exception {
        Payload payload = new Payload("test-1", "2026-11-21T00:00:00Z");
        int size = payload.event(7).length();
        assertTrue(size > 380 && size < 460, () -> "an event has " + size + " bytes");
        assertEquals(
                100,
                new ObjectMapper().readTree(payload.batch(0, 100).getBytes()).path("batch").size());
    }
}
