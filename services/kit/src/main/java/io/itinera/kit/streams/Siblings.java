package io.itinera.kit.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.HostInfo;

/** Asks the other instances of a service what this one cannot answer. It blocks. */
final class Siblings implements AutoCloseable {
    /** Short: a machine that is gone does not refuse, and its standby waits to be asked. */
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** A sibling does not answer, or cannot for now; somebody else may. */
    static final class Silent extends Exception {
        private static final long serialVersionUID = 1L;

        Silent(HostInfo sibling, Throwable cause) {
            super(sibling + " does not answer", cause);
        }

        Silent(HostInfo sibling, int status) {
            super(sibling + " answers " + status);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * What a sibling answers for these partitions; for those that it owns when none are named.
     *
     * @throws Problem when it refuses the question for good
     */
    <T> T ask(HostInfo sibling, Ask ask, Set<Integer> partitions, Class<T> answer) throws Silent {
        HttpResponse<byte[]> response =
                send(sibling, ask, partitions, HttpResponse.BodyHandlers.ofByteArray());
        refuse(sibling, response.statusCode());
        try {
            return Json.mapper().readValue(response.body(), answer);
        } catch (JsonProcessingException other) {
            throw new IllegalStateException(sibling + " answered something else", other);
        } catch (IOException broken) {
            throw new Silent(sibling, broken);
        }
    }

    /** What a sibling answers, as it comes; to be closed. */
    InputStream open(HostInfo sibling, Ask ask, Set<Integer> partitions) throws Silent {
        HttpResponse<InputStream> response =
                send(sibling, ask, partitions, HttpResponse.BodyHandlers.ofInputStream());
        refuse(sibling, response.statusCode());
        return response.body();
    }

    private <T> HttpResponse<T> send(
            HostInfo sibling, Ask ask, Set<Integer> partitions, HttpResponse.BodyHandler<T> handler)
            throws Silent {
        try {
            HttpResponse<T> response = http.send(request(sibling, ask, partitions), handler);
            response.headers()
                    .firstValueAsLong(Ask.STALE)
                    .ifPresent(records -> ask.staleness().behind(records));
            return response;
        } catch (IOException silent) {
            throw new Silent(sibling, silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Silent(sibling, interrupted);
        }
    }

    private static HttpRequest request(HostInfo sibling, Ask ask, Set<Integer> partitions) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://%s:%d%s"
                                                .formatted(
                                                        sibling.host(), sibling.port(), ask.uri())))
                        .timeout(PATIENCE)
                        .header("Authorization", ask.authorization())
                        .header(Ask.PASSED, "1");
        if (!partitions.isEmpty()) {
            request.header(
                    Ask.PARTITIONS,
                    new TreeSet<>(partitions)
                            .stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return ask.json() == null
                ? request.build()
                : request.header("Content-Type", JSON)
                        .POST(HttpRequest.BodyPublishers.ofString(ask.json()))
                        .build();
    }

    private static void refuse(HostInfo sibling, int status) throws Silent {
        if (status == ProblemCode.NOT_FOUND.status()) {
            throw new Problem(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
        }
        if (status == ProblemCode.TOO_MANY_REQUESTS.status()) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Another instance has too much to do",
                    Duration.ofSeconds(1));
        }
        if (status != 200) {
            throw new Silent(sibling, status);
        }
    }
}
