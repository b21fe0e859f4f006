package io.itinera.stack.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory processes hold. */
final class Memory {

    private Memory() {}

    /** Resident memory of these processes; what they share is divided among them. */
    static long residentMb(List<ProcessHandle> processes) {
        long kb = processes.stream().mapToLong(it -> residentKb(it.pid())).sum();
        return Math.round(kb / 1024.0);
    }

    private static long residentKb(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return Files.exists(rollup) ? fromProc(rollup) : fromPs(pid);
        } catch (IOException e) {
            // It ended between the listing and this look, or is another user's.
            return 0;
        }
    }

    private static long fromProc(Path rollup) throws IOException {
        return Files.readAllLines(rollup).stream()
                .filter(it -> it.startsWith("Pss:"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String text =
                new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return text.matches("[0-9]+") ? Long.parseLong(text) : 0;
    }
}
