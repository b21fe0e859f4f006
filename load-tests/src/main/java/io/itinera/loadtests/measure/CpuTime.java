package io.itinera.loadtests.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much processor time processes have used, as the kernel accounts it. */
public final class CpuTime {
    /** Linux reports in hundredths of a second on every platform that we run on (USER_HZ). */
    private static final long MICROS_PER_CLOCK_TICK = 10_000;

    private static final int UTIME = 11;
    private static final int STIME = 12;

    private CpuTime() {}

    /**
     * User and system time of these processes since their start, in microseconds; source: proc(5),
     * the fields utime and stime of {@code /proc/<pid>/stat}.
     *
     * @throws UncheckedIOException when one of them is gone
     */
    public static long micros(List<Long> pids) {
        return pids.stream().mapToLong(CpuTime::micros).sum();
    }

    private static long micros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the command in parentheses and may hold spaces itself.
            List<String> rest = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return MICROS_PER_CLOCK_TICK
                    * (Long.parseLong(rest.get(UTIME)) + Long.parseLong(rest.get(STIME)));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be measured", e);
        }
    }
}
