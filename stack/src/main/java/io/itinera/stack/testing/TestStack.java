package io.itinera.stack.testing;

import io.itinera.stack.process.Home;
import io.itinera.stack.server.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The servers that tests use: those of a running test stack, and where none runs, or it lacks a
 * server, some that live as long as this JVM.
 *
 * <p>The file with a running stack's addresses is named by {@value #VARIABLE} (environment or
 * system property), as {@code ./itinera test} does; otherwise it is {@code
 * .itinera/test/stack.json}.
 */
public final class TestStack {

    public static final String VARIABLE = "ITINERA_TEST_STACK";

    private static final Duration START_PATIENCE = Duration.ofMinutes(8);

    private static @Nullable StackAddresses known;

    private TestStack() {}

    /** Kafka, PostgreSQL, Redis and the inbox. */
    public static StackAddresses attach() {
        return attach(EnumSet.complementOf(EnumSet.of(ServerName.KEYCLOAK)));
    }

    /** These servers at least. */
    public static synchronized StackAddresses attach(Set<ServerName> needs) {
        StackAddresses running = known == null ? findRunning().orElse(null) : known;
        EnumSet<ServerName> missing = EnumSet.noneOf(ServerName.class);
        for (ServerName need : needs) {
            if (running == null || !running.has(need)) {
                missing.add(need);
            }
        }
        if (!missing.isEmpty()) {
            StackAddresses own = startOwn(missing);
            running = running == null ? own : running.or(own);
        }
        known = running;
        return running;
    }

    private static Optional<StackAddresses> findRunning() {
        String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        if (named != null && !named.isBlank()) {
            return StackAddresses.readLive(Path.of(named));
        }
        return StackAddresses.readLive(
                Home.findProject().resolve(".itinera").resolve("test").resolve("stack.json"));
    }

    /** Its standard input is the thread that it hangs on: when this JVM ends, so does the stack. */
    private static StackAddresses startOwn(Set<ServerName> servers) {
        Path project = Home.findProject();
        Path directory =
                project.resolve(".itinera").resolve("test-" + UUID.randomUUID()).toAbsolutePath();
        Path file = directory.resolve("stack.json");
        Path log = directory.resolve("stack.log");
        try {
            Files.createDirectories(directory);
            List<String> command =
                    JavaCommand.ofMain(
                            project,
                            TestStackMain.class,
                            List.of("-Xmx64m"),
                            List.of(
                                    directory.toString(),
                                    file.toString(),
                                    ServerName.print(servers),
                                    TestStackMain.UNTIL_EOF));
            Process process =
                    new ProcessBuilder(command)
                            .directory(project.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return await(process, file, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StackAddresses await(Process process, Path file, Path log) throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<StackAddresses> addresses = StackAddresses.readLive(file);
            if (addresses.isPresent()) {
                return addresses.get();
            }
            try {
                if (process.waitFor(Duration.ofMillis(100))) {
                    throw new IllegalStateException(
                            "The test stack did not start:\n" + Files.readString(log));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the test stack started", e);
            }
        }
        throw new IllegalStateException("The test stack was not ready in " + START_PATIENCE);
    }
}
