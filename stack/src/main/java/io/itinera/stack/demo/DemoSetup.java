package io.itinera.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Does over HTTP what a person would do on the page: a workspace, a source, a catalogue, two
 * journeys.
 */
public final class DemoSetup {
    private static final String SHOP_NAME = "Kiosk No. 7";

    private final Path directory;
    private final GatewayApi api;

    /**
     * Logs in.
     *
     * @param directory where the write key is kept between starts
     * @throws DemoFailed when the login is refused
     */
    public DemoSetup(Path directory, DemoAddresses addresses) {
        this.directory = directory;
        this.api = new GatewayApi(addresses);
    }

    /** The workspace of the last start, or a new one with a source. */
    public DemoWorkspace workspace() throws IOException {
        DemoWorkspace known = DemoWorkspace.read(directory).orElse(null);
        if (known != null) {
            return known;
        }
        DemoWorkspace made = another(SHOP_NAME);
        made.write(directory);
        return made;
    }

    /** A new workspace with a source, beside all others, which no start finds again. */
    public DemoWorkspace another(String name) {
        JsonNode workspace =
                api.post(
                        "/api/workspaces",
                        Map.of(
                                "name",
                                name,
                                "zone",
                                "Asia/Tokyo",
                                "locale",
                                "en",
                                "sender",
                                name + " <hello@kiosk.example>"));
        String id = workspace.path("id").asText();
        JsonNode source = api.post(inside(id, "/sources"), Map.of("name", "Shop"));
        return new DemoWorkspace(id, source.path("writeKey").asText(), null, null);
    }

    /**
     * Fills the catalogue and publishes the two journeys, unless an earlier start has.
     *
     * @param products the shop's products as a JSON array
     * @param wait how long the cart drop waits
     */
    public DemoWorkspace furnish(DemoWorkspace workspace, String products, Duration wait)
            throws IOException {
        if (workspace.hasJourneys()) {
            return workspace;
        }
        String id = workspace.id();
        api.put(inside(id, "/catalogue/items"), new ObjectMapper().readTree(products));
        DemoWorkspace furnished = workspace.withJourneys(cartDrop(id, wait), welcome(id));
        furnished.write(directory);
        return furnished;
    }

    private String cartDrop(String workspace, Duration wait) {
        String template =
                publishedTemplate(
                        workspace,
                        Map.of("starter", "cart-drop", "name", "Cart reminder", "locale", "en"));
        JsonNode journey =
                api.post(
                        inside(workspace, "/recipes/cart-drop"),
                        Map.of(
                                "parameters",
                                Map.of(
                                        "name",
                                        "Dropped cart",
                                        "wait",
                                        wait.toString(),
                                        "template",
                                        template)));
        return published(workspace, journey.path("id").asText());
    }

    private String welcome(String workspace) {
        String template =
                publishedTemplate(
                        workspace,
                        Map.of(
                                "name", "Welcome",
                                "channel", "email",
                                "subject", "Welcome, {{ customer.name | default: \"friend\" }}",
                                "html",
                                        "<p>Good to have you, {{ customer.name | default: \"friend\" }}.</p>"
                                                + "<p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>",
                                "text",
                                        """
                                        Good to have you, {{ customer.name | default: "friend" }}.

                                        Unsubscribe: {{ unsubscribe_url }}
                                        """));
        Map<String, Object> plan =
                Map.of(
                        "name",
                        "Welcome",
                        "entry",
                        Map.of("event", "Signed Up", "reentry", "never"),
                        "start",
                        "greet",
                        "nodes",
                        Map.of(
                                "greet",
                                        Map.of(
                                                "kind", "message",
                                                "channel", "email",
                                                "template", template,
                                                "next", "done"),
                                "done", Map.of("kind", "exit", "outcome", "completed")));
        JsonNode journey = api.post(inside(workspace, "/journeys"), Map.of("plan", plan));
        return published(workspace, journey.path("id").asText());
    }

    private String publishedTemplate(String workspace, Map<String, Object> template) {
        String id = api.post(inside(workspace, "/templates"), template).path("id").asText();
        api.post(inside(workspace, "/templates/" + id + "/publish"), Map.of());
        return id;
    }

    private String published(String workspace, String journey) {
        api.post(inside(workspace, "/journeys/" + journey + "/publish"), Map.of());
        return journey;
    }

    private static String inside(String workspace, String path) {
        return "/api/workspaces/" + workspace + path;
    }
}
