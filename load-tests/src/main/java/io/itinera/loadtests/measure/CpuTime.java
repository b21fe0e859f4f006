package io.itinera.loadtests.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much processor time processes have used, as the kernel accounts it. What a JVM's compilers
 * use does not count: they work once, minutes long on a busy machine, and not for each event.
 */
public final class CpuTime {
    /** Linux reports in hundredths of a second on every platform that we run on (USER_HZ). */
    private static final long MICROS_PER_CLOCK_TICK = 10_000;

    private static final int UTIME = 11;
    private static final int STIME = 12;

    /** HotSpot's threads, with as much of their names as the kernel keeps. */
    private static final List<String> COMPILERS = List.of("(C1 Compiler", "(C2 Compiler");

    private CpuTime() {}

    /**
     * User and system time of these processes since their start, in microseconds, but for their
     * compilers'; source: proc(5), the fields utime and stime of {@code /proc/<pid>/stat} and of
     * {@code /proc/<pid>/task/<tid>/stat}. The two are read one after the other and rounded each,
     * so that a difference of two such times is right to about 20,000.
     *
     * @throws UncheckedIOException when one of them is gone
     */
    public static long micros(List<Long> pids) {
        return pids.stream().mapToLong(CpuTime::micros).sum();
    }

    /** What these processes' compilers have used, in microseconds. */
    public static long microsOfCompilers(List<Long> pids) {
        return MICROS_PER_CLOCK_TICK
                * pids.stream().mapToLong(pid -> ticksOfCompilers(process(pid))).sum();
    }

    private static long micros(long pid) {
        try {
            String stat = Files.readString(process(pid).resolve("stat"));
            return MICROS_PER_CLOCK_TICK * (ticks(stat) - ticksOfCompilers(process(pid)));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be measured", e);
        }
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    private static long ticksOfCompilers(Path process) {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return threads.mapToLong(CpuTime::ticksOfCompiler).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(process + " cannot be measured", e);
        }
    }

    private static long ticksOfCompiler(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return COMPILERS.stream().anyMatch(stat::contains) ? ticks(stat) : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("thread " + thread + " cannot be measured", e);
        }
    }

    /** The second field is the command in parentheses and may hold spaces itself. */
    private static long ticks(String stat) {
        List<String> rest = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return Long.parseLong(rest.get(UTIME)) + Long.parseLong(rest.get(STIME));
    }
}
