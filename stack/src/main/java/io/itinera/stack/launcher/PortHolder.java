package io.itinera.stack.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which process listens on a port, as far as this user may know. */
final class PortHolder {

    private static final String LISTEN = "0A";

    private PortHolder() {}

    /** For example {@code process 4711 (java -jar shop.jar)}. */
    static Optional<String> of(int port) {
        Optional<Long> pid =
                Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
        return pid.map(PortHolder::describe);
    }

    private static String describe(long pid) {
        String command =
                ProcessHandle.of(pid)
                        .flatMap(it -> it.info().commandLine().or(() -> it.info().command()))
                        .map(it -> it.length() > 100 ? it.substring(0, 100) + "…" : it)
                        .orElse("of another user");
        return "process %d (%s)".formatted(pid, command);
    }

    private static Optional<Long> fromProc(int port) {
        try {
            Set<String> inodes =
                    Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                            .map(Path::of)
                            .filter(Files::isReadable)
                            .flatMap(it -> lines(it).stream())
                            .map(it -> List.of(it.strip().split("\\s+", -1)))
                            .filter(it -> it.size() > 9 && it.get(3).equals(LISTEN))
                            .filter(it -> it.get(1).endsWith(":%04X".formatted(port)))
                            .map(it -> "socket:[" + it.get(9) + "]")
                            .collect(Collectors.toSet());
            return ProcessHandle.allProcesses()
                    .map(ProcessHandle::pid)
                    .filter(it -> holds(it, inodes))
                    .findFirst();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean holds(long pid, Set<String> inodes) {
        Path directory = Path.of("/proc", Long.toString(pid), "fd");
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(directory)) {
            for (Path descriptor : descriptors) {
                if (inodes.contains(target(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            Process lsof =
                    new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                            .start();
            String first =
                    new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse("");
            return first.matches("[0-9]+") ? Optional.of(Long.parseLong(first)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
