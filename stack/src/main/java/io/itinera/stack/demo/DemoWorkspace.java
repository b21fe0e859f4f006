package io.itinera.stack.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workspace that a first start sets up, kept beside the data so that the next start finds it.
 *
 * @param id the workspace
 * @param writeKey its source's write key, which the gateway shows only once
 * @param cartJourney the cart drop, once the demo has published it
 * @param welcomeJourney the greeting, likewise
 */
public record DemoWorkspace(
        String id, String writeKey, @Nullable String cartJourney, @Nullable String welcomeJourney) {
    private static final String FILE = "workspace.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    DemoWorkspace withJourneys(String cart, String welcome) {
        return new DemoWorkspace(id, writeKey, cart, welcome);
    }

    boolean hasJourneys() {
        return cartJourney != null && welcomeJourney != null;
    }

    /** The one that an earlier start has written to a directory. */
    public static Optional<DemoWorkspace> read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), DemoWorkspace.class))
                : Optional.empty();
    }

    /** Lets a directory's next start make a new one: the data that it names are gone. */
    public static void forget(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    void write(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
