package io.itinera.stack.testing;

import io.itinera.stack.process.Directories;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Leftovers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

/** The one stack on which {@code ./itinera test} runs the tests of all modules. */
public final class SharedTestStack implements AutoCloseable {

    /** Younger directories may belong to a stack that is just starting. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final FreshStack stack;
    private final Path directory;
    private final Thread stopOnSignal = new Thread(this::stop, "stop test stack");

    private SharedTestStack(FreshStack stack, Path directory) {
        this.stack = stack;
        this.directory = directory;
    }

    /** Starts Kafka, PostgreSQL, Redis and the inbox, after ending what killed tests have left. */
    public static SharedTestStack start(Path project) throws IOException, InterruptedException {
        endAbandoned(project);
        Path directory = Files.createTempDirectory(parent(project), "test-");
        FreshStack fresh = new FreshStack(new Home(project, directory));
        SharedTestStack shared = new SharedTestStack(fresh, directory);
        Runtime.getRuntime().addShutdownHook(shared.stopOnSignal);
        fresh.start(EnumSet.complementOf(EnumSet.of(ServerName.KEYCLOAK)))
                .write(shared.addresses());
        return shared;
    }

    /** The file to name to the tests. */
    public Path addresses() {
        return directory.resolve("stack.json");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopOnSignal);
        stop();
    }

    private void stop() {
        try {
            stack.stop();
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path parent(Path project) throws IOException {
        return Files.createDirectories(project.resolve(".itinera"));
    }

    private static void endAbandoned(Path project) throws IOException, InterruptedException {
        try (DirectoryStream<Path> directories =
                Files.newDirectoryStream(parent(project), "test-*")) {
            for (Path directory : directories) {
                boolean settled =
                        Files.getLastModifiedTime(directory)
                                .toInstant()
                                .isBefore(Instant.now().minus(SETTLED));
                boolean alive =
                        StackAddresses.readLive(directory.resolve("stack.json")).isPresent();
                if (settled && !alive) {
                    Leftovers.end(new Home(project, directory));
                    Directories.delete(directory);
                }
            }
        }
    }
}
