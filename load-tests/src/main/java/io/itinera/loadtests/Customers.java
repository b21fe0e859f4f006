package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.ledger.Ledger;
import io.itinera.loadtests.ledger.Outcome;
import io.itinera.loadtests.ledger.Payloads;
import io.itinera.loadtests.ledger.Sent;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.stack.demo.DemoSetup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People who sign up, drop carts and buy; and the mail that they got, as the inbox has it. */
public final class Customers {
    private final Target target;
    private final HttpLoad load;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> sequences = new HashMap<>();
    private final @Nullable Ledger ledger;

    /** People who reach the collector by these connections. */
    public Customers(Target target, HttpLoad load) {
        this(target, load, null);
    }

    /** Likewise; what they send is written down. */
    public Customers(Target target, HttpLoad load, @Nullable Ledger ledger) {
        this.target = target;
        this.load = load;
        this.ledger = ledger;
    }

    /**
     * Publishes a journey that greets who signs up, and one that reminds of a dropped cart.
     *
     * @param wait how long the reminder waits
     */
    public void publishJourneys(Duration wait) throws IOException {
        DemoSetup setup = target.setup();
        setup.furnish(
                setup.workspace(),
                "[{\"id\":\"rain-coat\",\"name\":\"Rain coat\",\"price\":18800,\"currency\":\"JPY\","
                        + "\"image_url\":\"https://shop.example/rain-coat.jpg\"}]",
                wait);
    }

    /** Each of them signs up; two events a person, in one request. */
    public void signUp(List<String> people) {
        post(people, person -> List.of(identify(person), track(person, "Signed Up", Map.of())));
    }

    /** Each of them puts something into a cart; two events a person, in one request. */
    public void dropCarts(List<String> people) {
        post(
                people,
                person ->
                        List.of(
                                identify(person),
                                track(
                                        person,
                                        "Product Added",
                                        Map.of(
                                                "cart_id",
                                                "cart-" + person,
                                                "product_id",
                                                "rain-coat",
                                                "price",
                                                18_800))));
    }

    /** Each of them buys what is in their cart. */
    public void buy(List<String> people) {
        post(
                people,
                person ->
                        List.of(
                                track(
                                        person,
                                        "Order Completed",
                                        Map.of("cart_id", "cart-" + person, "total", 18_800))));
    }

    /** The Message-IDs of every mail that these people got, by person. */
    public Map<String, List<String>> mails(List<String> people)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(target.coordinates().inbox().url() + "/api/mails"))
                        .build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Map<String, List<String>> byPerson = new HashMap<>();
        people.forEach(person -> byPerson.put(person, new ArrayList<>()));
        for (JsonNode mail : json.readTree(body)) {
            for (JsonNode to : mail.path("to")) {
                List<String> own = byPerson.get(to.asText().replace("@bench.example", ""));
                if (own != null) {
                    own.add(mail.path("messageId").asText());
                }
            }
        }
        return byPerson;
    }

    @FunctionalInterface
    private interface Doing {
        List<Map<String, Object>> of(String person);
    }

    private void post(List<String> people, Doing doing) {
        List<List<Map<String, Object>>> batches = people.stream().map(doing::of).toList();
        List<Sent> events =
                ledger == null
                        ? List.of()
                        : batches.stream().flatMap(List::stream).map(this::sent).toList();
        if (ledger != null) {
            ledger.sending(events);
        }
        load.post(
                target.collector("/v1/batch"),
                target.authorization(),
                people.size(),
                number -> batch(batches.get((int) number)));
        if (ledger != null) {
            ledger.said(events, Outcome.ACKED);
        }
    }

    private Sent sent(Map<String, Object> event) {
        String person = event.get("userId").toString();
        return new Sent(
                event.get("messageId").toString(),
                target.coordinates().workspace().id(),
                "user|" + person,
                sequences.merge(person, 1L, Long::sum),
                Payloads.hash(json.valueToTree(event)),
                Instant.parse(event.get("timestamp").toString()).toEpochMilli());
    }

    private Buffer batch(List<Map<String, Object>> events) {
        return Buffer.buffer(json.valueToTree(Map.of("batch", events)).toString());
    }

    private static Map<String, Object> identify(String person) {
        Map<String, Object> traits =
                Map.of(
                        "email",
                        person + "@bench.example",
                        "name",
                        person,
                        "consent",
                        Map.of("email", true));
        return Map.of(
                "type",
                "identify",
                "userId",
                person,
                "messageId",
                person + "-who",
                "timestamp",
                Instant.now().toString(),
                "traits",
                traits);
    }

    private static Map<String, Object> track(
            String person, String event, Map<String, Object> properties) {
        return Map.of(
                "type",
                "track",
                "event",
                event,
                "userId",
                person,
                "messageId",
                person + "-" + event,
                "timestamp",
                Instant.now().toString(),
                "properties",
                properties);
    }
}
