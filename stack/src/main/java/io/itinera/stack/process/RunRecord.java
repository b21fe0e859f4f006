package io.itinera.stack.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process as it stands in {@code run/<name>.json}. Its pid alone would not do, for pids come
 * back: pid and start time together name a process.
 *
 * @param startedAtMs the operating system's start time of the process, in ms since 1970
 */
public record RunRecord(
        String name,
        long pid,
        long startedAtMs,
        List<Integer> ports,
        String log,
        StopSignal stopSignal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The system derives start times from its clock, which may be set between two readings. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public RunRecord {
        ports = List.copyOf(ports);
    }

    static RunRecord of(Launch launch, ProcessHandle handle, Path log) {
        return new RunRecord(
                launch.name(),
                handle.pid(),
                startOf(handle),
                launch.ports(),
                log.toString(),
                launch.stopSignal());
    }

    /** The record of the process that asks for it. */
    public static RunRecord ofThisProcess(String name, LogFile log) {
        ProcessHandle self = ProcessHandle.current();
        return new RunRecord(
                name, self.pid(), startOf(self), List.of(), log.path().toString(), StopSignal.TERM);
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> live() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(it -> Math.abs(startOf(it) - startedAtMs) <= CLOCK_TOLERANCE.toMillis());
    }

    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path part = directory.resolve(name + ".part");
        Files.write(part, JSON.writeValueAsBytes(this));
        Files.move(part, file(directory, name), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Path directory) throws IOException {
        forget(directory, name);
    }

    /** Deletes a record, if there is one. */
    public static void forget(Path directory, String name) throws IOException {
        Files.deleteIfExists(file(directory, name));
    }

    public static Optional<RunRecord> read(Path directory, String name) {
        Path file = file(directory, name);
        return Files.exists(file) ? Optional.of(parse(file)) : Optional.empty();
    }

    /** All records of a directory; none if there is no such directory. */
    public static List<RunRecord> readAll(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(it -> it.toString().endsWith(".json"))
                    .map(RunRecord::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunRecord parse(Path file) {
        try {
            return JSON.readValue(file.toFile(), RunRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a process record: " + file, e);
        }
    }

    private static Path file(Path directory, String name) {
        return directory.resolve(name + ".json");
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
