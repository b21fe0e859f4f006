package io.itinera.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Lints a chart as an operator would have it: with a set of values laid over the chart's own. */
final class ValuesMerge {
    private ValuesMerge() {}

    /** A copy of the chart whose own values are these laid over the chart's, object by object. */
    static Path chartWith(Path chart, Path values, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(chart)) {
            files.forEach(file -> copy(file, into.resolve(chart.relativize(file).toString())));
        }
        Map<String, Object> merged = over(read(chart.resolve("values.yaml")), read(values));
        Files.writeString(into.resolve("values.yaml"), new Yaml().dump(merged));
        return into;
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    @SuppressWarnings("unchecked") // YAML objects have texts for keys
    private static Map<String, Object> over(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach(
                (key, value) ->
                        merged.merge(
                                key,
                                value,
                                (old, young) ->
                                        old instanceof Map && young instanceof Map
                                                ? over(
                                                        (Map<String, Object>) old,
                                                        (Map<String, Object>) young)
                                                : young));
        return merged;
    }
}
