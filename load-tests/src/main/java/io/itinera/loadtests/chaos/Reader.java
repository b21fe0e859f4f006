package io.itinera.loadtests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.InternalToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who looks at the same customers over and over, always at one instance, whoever of its
 * siblings has them; and who remembers when a look was last in vain.
 */
final class Reader implements AutoCloseable {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI instance;
    private final InternalToken token;
    private final int customers;
    private final Thread thread = Thread.ofVirtual().unstarted(this::look);
    private volatile boolean ending;
    private volatile Instant lastInVain = Instant.MIN;
    private volatile Duration slowest = Duration.ZERO;

    /** When the last round began in which every look was answered. */
    private volatile Instant lastWhole = Instant.MIN;

    /**
     * Somebody who finds so many customers before they begin.
     *
     * @param instance its base address
     */
    Reader(URI instance, InternalToken token, int customers) {
        this.instance = instance;
        this.token = token;
        this.customers = customers;
    }

    /** Begins to look, as soon as there is somebody to look at. */
    void begin() {
        thread.start();
    }

    /**
     * Waits until everybody was seen in one round.
     *
     * @return false when that does not come about
     */
    boolean awaitRound() throws InterruptedException {
        Instant from = Instant.now();
        while (lastWhole.isBefore(from)) {
            if (Instant.now().isAfter(from.plus(LONGEST))) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    /** How long after this moment a look was in vain the last time; nothing when none was. */
    Duration inVainFor(Instant moment) {
        return lastInVain.isAfter(moment) ? Duration.between(moment, lastInVain) : Duration.ZERO;
    }

    /** How long the slowest answer took, be it to a look in vain. */
    Duration slowest() {
        return slowest;
    }

    private void look() {
        try {
            List<String> known = known();
            while (!ending) {
                round(known);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> known() throws InterruptedException {
        List<String> found = new ArrayList<>();
        while (!ending && found.size() < customers) {
            Thread.sleep(BETWEEN_LOOKS);
            found = list();
        }
        return found.subList(0, Math.min(found.size(), customers));
    }

    private List<String> list() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        try {
            HttpResponse<String> answer = get("/customers");
            for (JsonNode each : json.readTree(answer.body()).path("items")) {
                ids.add(each.path("id").asText());
            }
        } catch (IOException notYet) {
            return List.of();
        }
        return ids;
    }

    private void round(List<String> known) throws InterruptedException {
        Instant began = Instant.now();
        boolean whole = !known.isEmpty();
        for (String customer : known) {
            Instant asked = Instant.now();
            boolean seen = isSeen(customer);
            Duration took = Duration.between(asked, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            if (!seen) {
                lastInVain = Instant.now();
                whole = false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        if (whole) {
            lastWhole = began;
        }
    }

    private boolean isSeen(String customer) throws InterruptedException {
        try {
            return get("/customers/" + customer).statusCode() == OK;
        } catch (IOException nobody) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(instance.resolve(path))
                        .timeout(PATIENCE)
                        .header("authorization", "Bearer " + token.mint())
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        ending = true;
        thread.interrupt();
        http.close();
    }
}
