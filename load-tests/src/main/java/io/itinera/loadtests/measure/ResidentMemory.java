package io.itinera.loadtests.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How much memory one process holds, looked at again and again while something happens to it. */
public final class ResidentMemory implements AutoCloseable {
    private static final double KB_PER_MB = 1024;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final long LOOK_EVERY_NANOS = 1_000_000_000;

    private final long pid;
    private final List<Look> looks = new ArrayList<>();
    private final Thread thread;
    private volatile boolean ending;

    private record Look(double minute, double mb) {}

    private ResidentMemory(long pid) {
        this.pid = pid;
        this.thread = Thread.ofVirtual().unstarted(this::watch);
    }

    /** Looks at this process each second from now on. */
    public static ResidentMemory watch(long pid) {
        ResidentMemory memory = new ResidentMemory(pid);
        memory.thread.start();
        return memory;
    }

    /** Resident megabytes now; source: proc(5), VmRSS of {@code /proc/<pid>/status}. */
    public static double mb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow()
                    / KB_PER_MB;
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be looked at", e);
        }
    }

    private void watch() {
        while (!ending) {
            Look look = new Look(System.nanoTime() / NANOS_PER_MINUTE, mb(pid));
            synchronized (looks) {
                looks.add(look);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /** The most megabytes that it held. */
    public double mostMb() {
        synchronized (looks) {
            return looks.stream().mapToDouble(Look::mb).max().orElseThrow();
        }
    }

    /** Megabytes a minute: the line that lies closest to all looks (least squares). */
    public double slopeMbPerMinute() {
        synchronized (looks) {
            double minute = looks.stream().mapToDouble(Look::minute).average().orElseThrow();
            double mb = looks.stream().mapToDouble(Look::mb).average().orElseThrow();
            double together = 0;
            double alone = 0;
            for (Look look : looks) {
                together += (look.minute() - minute) * (look.mb() - mb);
                alone += (look.minute() - minute) * (look.minute() - minute);
            }
            return together / alone;
        }
    }

    @Override
    public void close() {
        ending = true;
        LockSupport.unpark(thread);
    }
}
