package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.demo.DemoAddresses;
import io.itinera.stack.demo.DemoSetup;
import io.itinera.stack.launcher.Coordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

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

    /** Waits until the collector takes events with a new write key. */
    public void awaitKey(String writeKey) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        URI settings = collector("/v1/projects/%s/settings".formatted(writeKey));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ask = HttpRequest.newBuilder(settings).build();
            while (http.send(ask, BodyHandlers.discarding()).statusCode() != OK) {
                if (Instant.now().isAfter(until)) {
                    throw new IllegalStateException("the collector does not learn of a key");
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** What a person would set up on the page, done over HTTP. */
    public DemoSetup setup() {
        Coordinates at = coordinates;
        return new DemoSetup(
                home(),
                new DemoAddresses(
                        URI.create(at.services().get("gateway")),
                        URI.create(at.keycloak().issuer() + "/protocol/openid-connect/token"),
                        at.keycloak().clientId(),
                        at.keycloak().clientSecret(),
                        at.login().user(),
                        at.login().password(),
                        URI.create(at.inbox().url()),
                        URI.create(at.inbox().url())));
    }

    /** The process ids of these parts. */
    public List<Long> pids(String... parts) {
        return Stream.of(parts).map(this::pid).toList();
    }

    /**
     * The process ids of all services that an event passes on its way to the inbox, and of Kafka.
     */
    public List<Long> pidsOfTheLoop() {
        return pids("collector", "segmentation", "journeys", "messaging", "insights", "kafka");
    }

    /** The process id of a part as it runs now; a restart gives it another. */
    public long pid(String part) {
        return record(part).path("pid").asLong();
    }

    /** Where a part listens, be it a first instance or a second. */
    public URI address(String part) {
        return URI.create("http://127.0.0.1:" + record(part).path("ports").path(0).asInt());
    }

    private JsonNode record(String part) {
        try {
            Path record = home().resolve("run").resolve(part + ".json");
            return new ObjectMapper().readTree(record.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no record of a running " + part, e);
        }
    }

    /**
     * Sends a signal to a part, such as {@code STOP} and {@code CONT}.
     *
     * @throws IllegalStateException when there is no such process
     */
    public void signal(String part, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid(part))).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("there is no " + part + " to send " + signal);
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
