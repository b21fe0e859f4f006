package io.itinera.kit.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers reads from the stores of all instances: what this one owns from here, the rest from the
 * sibling that owns it. It blocks, so call it from a worker thread.
 */
public final class Reads implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String NOBODY = "unavailable";

    private final KafkaStreams streams;
    private final HostInfo self;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * The reads of this instance.
     *
     * @param self what {@code application.server} says of it
     */
    public Reads(KafkaStreams streams, HostInfo self) {
        this.streams = streams;
        this.self = self;
    }

    /**
     * The answer of the instance that owns the key.
     *
     * @param store a store of the topology
     * @param key the key by which the store's input is partitioned
     * @param here answers from this instance's part
     * @throws Problem what the sibling answered; {@link ProblemCode#UNAVAILABLE} while nobody owns
     *     it
     */
    public <T> T one(String store, String key, Class<T> answer, Ask ask, Supplier<T> here) {
        requireRunning();
        HostInfo active =
                ofMovingStores(
                                () ->
                                        streams.queryMetadataForKey(
                                                store, key, new StringSerializer()))
                        .activeHost();
        if (active.host().equals(NOBODY)) {
            throw moving();
        }
        return active.equals(self) || ask.passed()
                ? ofMovingStores(here)
                : passOn(active, ask, answer);
    }

    /** The answers of every instance that has a part of the store, this one's first. */
    public <T> List<T> all(String store, Class<T> answer, Ask ask, Supplier<T> here) {
        requireRunning();
        List<T> answers = new ArrayList<>();
        answers.add(ofMovingStores(here));
        if (ask.passed()) {
            return answers;
        }
        for (StreamsMetadata sibling : streams.streamsMetadataForStore(store)) {
            if (!sibling.hostInfo().equals(self)) {
                answers.add(passOn(sibling.hostInfo(), ask, answer));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        http.close();
    }

    private static <T> T ofMovingStores(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidStateStoreException moving) {
            throw moving();
        }
    }

    private void requireRunning() {
        if (!streams.state().isRunningOrRebalancing()) {
            throw moving();
        }
    }

    private <T> T passOn(HostInfo sibling, Ask ask, Class<T> answer) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://%s:%d%s"
                                                .formatted(
                                                        sibling.host(), sibling.port(), ask.uri())))
                        .timeout(PATIENCE)
                        .header("Authorization", ask.authorization())
                        .header(Ask.PASSED, "1")
                        .build();
        try {
            return read(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()), answer, sibling);
        } catch (IOException silent) {
            throw moving();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw moving();
        }
    }

    private static <T> T read(HttpResponse<byte[]> response, Class<T> answer, HostInfo sibling)
            throws IOException {
        if (response.statusCode() == ProblemCode.NOT_FOUND.status()) {
            throw new Problem(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
        }
        if (response.statusCode() != 200) {
            throw moving();
        }
        try {
            return Json.mapper().readValue(response.body(), answer);
        } catch (JsonProcessingException other) {
            throw new IllegalStateException(sibling + " answered something else", other);
        }
    }

    private static Problem moving() {
        return new Problem(
                ProblemCode.UNAVAILABLE, "The one who knows is starting or moving", RETRY);
    }
}
