package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.launcher.Coordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Itinera that is measured or broken.
 *
 * @param coordinates where it runs
 */
public record Target(Coordinates coordinates) {

    /** The one whose coordinates stand in a file. */
    static Target read(Path file) throws IOException {
        return new Target(new ObjectMapper().readValue(file.toFile(), Coordinates.class));
    }

    /** The directory of its data, logs and run records. */
    public Path home() {
        return Path.of(coordinates.home());
    }

    /** A path of the collector. */
    public URI collector(String path) {
        return URI.create(coordinates.services().get("collector") + path);
    }

    /** What a sender authorises itself with. */
    public String authorization() {
        byte[] key = (coordinates.workspace().writeKey() + ":").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(key);
    }

    /** The process ids of these parts. */
    public List<Long> pids(String... parts) {
        return Stream.of(parts).map(this::pid).toList();
    }

    /**
     * The process ids of all servicesthat an event passes on its way to the inbox, and of Kafka.
     */
    public List<Long> pidsOfTheLoop() {
        return pids("collector", "segmentation", "journeys", "messaging", "insights", "kafka");
    }

    private long pid(String part) {
        try {
            Path record = home().resolve("run").resolve(part + ".json");
            JsonNode json = new ObjectMapper().readTree(record.toFile());
            return json.path("pid").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no record of a running " + part, e);
        }
    }

    /**
     * Runs a command of the launcher on it, such as {@code restart --kill journeys}.
     *
     * @throws IllegalStateException when the command fails
     */
    public void launcher(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(coordinates.command());
        all.addAll(List.of(command));
        Process process =
                new ProcessBuilder(all)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the launcher failed at " + String.join(" ", command));
        }
    }
}
