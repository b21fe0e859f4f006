package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.TrackMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The libraries that companies already have in their code, unmodified and each with one host name
 * changed, tell the collector the same; what arrives is what they mean. Those for browsers run in a
 * real one, on a page of another origin; see {@code load-tests/clients}.
 */
@ExtendWith(OneMesh.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class ClientsIT {
    private static final NodeRoom ROOM = new NodeRoom("clients");
    private static final String JAVA = "analytics-java";
    private static final List<String> CLIENTS =
            List.of(
                    "analytics-node",
                    "analytics-node-6",
                    JAVA,
                    "rudder-sdk-node",
                    "posthog-node",
                    "jitsu-js",
                    "analytics-next",
                    "rudder-analytics-js",
                    "jitsu-js-browser",
                    "itinera.js");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, String> writeKeys = new HashMap<>();
    private String workspace;
    private Arrivals arrivals;
    private Instant begun;

    @BeforeAll
    void everyClientSends(Mesh mesh) throws IOException, InterruptedException {
        ROOM.install();
        Target target = mesh.target();
        workspace = target.coordinates().workspace().id();
        Person owner = Person.signIn(target.coordinates(), "demo", "demo");
        for (String client : CLIENTS) {
            JsonNode made =
                    owner.post("/api/workspaces/" + workspace + "/sources", Map.of("name", client));
            sources.put(client, made.path("id").asText());
            writeKeys.put(client, made.path("writeKey").asText());
        }
        for (String writeKey : writeKeys.values()) {
            target.awaitKey(writeKey);
        }
        arrivals = Arrivals.fromNowOn(target);
        begun = Instant.now();
        sendFromJava(target.coordinates().services().get("collector"));
        ROOM.run(
                Map.of(
                        "ITINERA_COLLECTOR", target.coordinates().services().get("collector"),
                        "ITINERA_WRITE_KEYS", JSON.writeValueAsString(writeKeys),
                        "CHROMIUM_PATH", NodeRoom.chromium()),
                "send.mjs");
    }

    @ParameterizedTest
    @FieldSource("CLIENTS")
    void whatAClientTellsArrivesAsItWasMeant(String client) throws IOException {
        ArrayNode expected = Form.read(client);
        String source = sources.get(client);
        ArrayNode arrived =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> arrivals.of(source), it -> it.size() >= expected.size());

        Form form = new Form(workspace, source, begun, Instant.now());
        assertEquals(
                expected.toPrettyString(), form.of(expected, arrived).toPrettyString(), client);
    }

    private void sendFromJava(String collector) {
        Analytics client = Analytics.builder(writeKeys.get(JAVA)).endpoint(collector).build();
        client.enqueue(
                IdentifyMessage.builder()
                        .userId("u-1")
                        .traits(Map.of("email", "ada@shop.example", "plan", "gold")));
        client.enqueue(
                TrackMessage.builder("Product Added")
                        .userId("u-1")
                        .properties(
                                Map.of(
                                        "cart_id", "c-1",
                                        "product_id", "p-1",
                                        "price", 12.5,
                                        "name", "Tee 半袖")));
        client.enqueue(
                PageMessage.builder("Home").userId("u-1").properties(Map.of("category", "Shop")));
        client.enqueue(GroupMessage.builder("g-1").userId("u-1").traits(Map.of("name", "Acme")));
        client.enqueue(AliasMessage.builder("u-0").userId("u-1"));
        client.flush();
        client.shutdown();
    }
}
