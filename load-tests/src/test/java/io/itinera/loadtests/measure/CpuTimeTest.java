package io.itinera.loadtests.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CpuTimeTest {
    private static final long MICROS = TimeUnit.MILLISECONDS.toMicros(200);

    private final List<Long> self = List.of(ProcessHandle.current().pid());

    @Test
    void whatAThreadDoesIsCounted() {
        long before = CpuTime.micros(self);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (CpuTime.micros(self) < before + MICROS) {
            assertTrue(System.nanoTime() < until, "nothing is counted");
        }
    }

    /** This JVM has compiled something by now, and its own clock says how much it used in all. */
    @Test
    void whatCompilersDoIsCountedApart() {
        long compilers = CpuTime.microsOfCompilers(self);
        long others = CpuTime.micros(self);
        long all =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .plusMillis(50)
                        .toNanos();
        assertTrue(compilers > 0);
        assertTrue(compilers + others <= TimeUnit.NANOSECONDS.toMicros(all));
    }

    @Test
    void processThatIsNotThereCannotBeMeasured() {
        assertThrows(UncheckedIOException.class, () -> CpuTime.micros(List.of(Long.MAX_VALUE)));
        assertEquals(0, CpuTime.micros(List.of()));
    }
}
