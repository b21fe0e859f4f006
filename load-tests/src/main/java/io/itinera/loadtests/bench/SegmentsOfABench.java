package io.itinera.loadtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.InternalToken;
import io.itinera.loadtests.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Segments as a marketer would make them, over HTTP: five kinds, and an event's name is asked for
 * by one of each. So an event can touch five, however many there are.
 */
final class SegmentsOfABench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int KINDS = 5;
    private static final int ERROR = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI segmentation;
    private final InternalToken token;

    SegmentsOfABench(Target target) throws IOException {
        this(target, "segmentation");
    }

    /** As an instance of segmentation answers. */
    SegmentsOfABench(Target target, String instance) throws IOException {
        segmentation = target.address(instance);
        token = InternalToken.of(target, "segmentation", target.coordinates().workspace().id());
    }

    /** Publishes so many, and waits until all are computed over everyone. */
    void publish(int count) throws IOException, InterruptedException {
        String last = "";
        for (int number = 0; number < count; number++) {
            last = publish("bench " + number, condition(number));
        }
        awaitLive(last);
    }

    /** Publishes one; its id. */
    String publish(String name, String condition) throws IOException, InterruptedException {
        String body = "{\"name\":\"%s\",\"condition\":%s}".formatted(name, condition);
        String id = post("/segments", body).path("id").asText();
        post("/segments/" + id + "/publish", "");
        return id;
    }

    /** Waits until every partition has computed one. */
    void awaitLive(String id) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!get("/segments/" + id).path("state").asText().equals("live")) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("a segment is not computed: " + id);
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    /** Whether all of these are answered now. */
    boolean answers(List<String> paths) throws InterruptedException {
        try {
            for (String path : paths) {
                get(path);
            }
            return true;
        } catch (IOException | IllegalStateException notNow) {
            return false;
        }
    }

    /** A request for it, ready to be sent. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(segmentation.resolve(path))
                .header("authorization", "Bearer " + token.mint());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    JsonNode put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("content-type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= ERROR) {
            throw new IllegalStateException(
                    "%s was answered with %d %s"
                            .formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body());
    }

    /** The n-th: names that events have come first, and then names that nobody sends. */
    static String condition(int number) {
        String event = ShopFloor.name(number / KINDS);
        return switch (number % KINDS) {
            case 0 ->
                    """
                    {"performed":{"event":"%s","times":{"atLeast":3},"window":{"last":"PT168H"}}}"""
                            .formatted(event);
            case 1 ->
                    """
                    {"performed":{"event":"%s","window":{"last":"PT720H"},\
                    "where":{"property":{"name":"category","test":{"equals":"outer"}}}}}"""
                            .formatted(event);
            case 2 ->
                    """
                    {"aggregate":{"of":"sum","event":"%s","property":"price",\
                    "window":{"last":"PT720H"},"test":{"moreThan":100000}}}"""
                            .formatted(event);
            case 3 ->
                    """
                    {"unfollowed":{"did":{"event":"%s"},"by":{"event":"Order Completed"},\
                    "after":"PT24H","window":{"last":"PT168H"}}}"""
                            .formatted(event);
            default ->
                    """
                    {"not":{"performed":{"event":"%s","window":{"last":"PT24H"}}}}"""
                            .formatted(event);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
