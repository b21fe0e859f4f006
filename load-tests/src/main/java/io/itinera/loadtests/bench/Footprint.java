package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What segmentation keeps, in bytes of files. */
record Footprint(Target target) {
    /** Its RocksDB tables and what they have not taken over yet. */
    long rocksDb() throws IOException {
        return bytes(
                target.home().resolve("data/segmentation"),
                file -> file.toString().endsWith(".sst") || file.toString().endsWith(".log"));
    }

    /** Its stores' topics as they lie in Kafka, compacted or not. */
    long changelogs() throws IOException {
        return bytes(
                target.home().resolve("data/kafka"),
                file ->
                        file.toString().endsWith(".log")
                                && file.toString().contains("itinera.segmentation-")
                                && file.toString().contains("-changelog-"));
    }

    private static long bytes(Path directory, Predicate<Path> counted) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(counted).mapToLong(Footprint::size).sum();
        }
    }

    /** Of a file that may be taken away while it is looked at. */
    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
