package io.itinera.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images' COPY lines find; every builder of images fails on a line that finds nothing. */
final class ImagesTest {
    private static final Path NATIVE = Chart.ROOT.resolve("helm/images/native.Dockerfile");

    @TempDir Path target;

    @ParameterizedTest
    @ValueSource(strings = {"", "libawt.so", "libduckdb_java.so libzip.so"})
    void nativeImageTakesTheProgramAndWhateverLibrariesItHas(String libraries) throws IOException {
        List<String> built = new ArrayList<>(List.of("collector-0.1.0-runner"));
        if (!libraries.isEmpty()) {
            built.addAll(List.of(libraries.split(" ", -1)));
        }
        for (String file : built) {
            Files.createFile(target.resolve(file));
        }
        Files.createFile(target.resolve("collector-0.1.0.jar"));

        List<String> copied = new ArrayList<>();
        for (String line : copies()) {
            List<String> found = found(line);
            assertFalse(found.isEmpty(), line);
            copied.addAll(found);
        }
        assertEquals(built.stream().sorted().toList(), copied.stream().sorted().toList());
    }

    private static List<String> copies() throws IOException {
        return Files.readAllLines(NATIVE).stream().filter(it -> it.startsWith("COPY ")).toList();
    }

    /** What the sources of the line match: all its words but the last and the options. */
    private List<String> found(String line) throws IOException {
        List<String> words = List.of(line.split(" ", -1));
        List<String> found = new ArrayList<>();
        for (String source : words.subList(1, words.size() - 1)) {
            if (!source.startsWith("--")) {
                String glob = source.substring("${MODULE}/target/".length());
                try (DirectoryStream<Path> files = Files.newDirectoryStream(target, glob)) {
                    files.forEach(file -> found.add(file.getFileName().toString()));
                }
            }
        }
        return found;
    }
}
