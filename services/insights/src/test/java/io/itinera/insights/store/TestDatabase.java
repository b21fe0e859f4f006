package io.itinera.insights.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One real file for all facts of this room; each uses a workspace of its own. */
final class TestDatabase {
    static final Database SHARED = open(directory());

    private TestDatabase() {}

    static Database open(Path directory) {
        return new Database(directory, 256L * 1024 * 1024, 2);
    }

    static Path directory() {
        try {
            Path directory = Files.createTempDirectory("insights");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String workspace() {
        return UUID.randomUUID().toString();
    }
}
