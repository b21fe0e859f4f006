package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.loadtests.measure.HttpLoad;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A workspace with one of everything, all of which carries its canary: a word that stands nowhere
 * else, and that nobody asks for.
 *
 * @param id the workspace
 * @param name tells it from the others
 * @param ids the id of its one of each, by the segment of a path that it follows
 */
record Room(String id, String name, Map<String, String> ids) {
    /** The same in every room. */
    static final String CUSTOMER = "same-person";

    private static final List<String> ONE_OF_EACH =
            List.of(
                    "items",
                    "templates",
                    "journeys",
                    "segments",
                    "members",
                    "sources",
                    "feeds",
                    "imports",
                    "deliveries",
                    "customers",
                    "accounts");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, Object> DONE = Map.of("kind", "exit", "outcome", "completed");

    /** One in which nothing stands, though everything has an id. */
    static Room thatNeverWas() {
        Map<String, String> ids = new HashMap<>();
        ONE_OF_EACH.forEach(kind -> ids.put(kind, UUID.randomUUID().toString()));
        return new Room(UUID.randomUUID().toString(), "never", ids);
    }

    String canary() {
        return "canary-of-the-" + name;
    }

    /** Of its customer. */
    String address() {
        return CUSTOMER + "@" + name + ".example";
    }

    String path(String rest) {
        return "/api/workspaces/" + id + rest;
    }

    static Room furnished(Person owner, Target target, String name)
            throws IOException, InterruptedException {
        Map<String, Object> workspace =
                Map.of(
                        "name",
                        "canary-of-the-" + name,
                        "zone",
                        "Asia/Tokyo",
                        "locale",
                        "en",
                        "sender",
                        name + " <hello@shop.example>");
        String id = owner.post("/api/workspaces", workspace).path("id").asText();
        Room room = new Room(id, name, new HashMap<>());
        String writeKey = room.furnish(owner);
        room.receive(target, writeKey);
        room.make(owner, "imports", room.file());
        JsonNode mail = room.awaitIts(owner, "/deliveries", "state", "sent");
        room.ids().put("deliveries", mail.path("key").asText());
        room.ids().put("customers", mail.path("customer").asText());
        JsonNode account = room.awaitIts(owner, "/accounts", "name", room.canary());
        room.ids().put("accounts", account.path("id").asText());
        return room;
    }

    private String furnish(Person owner) throws IOException, InterruptedException {
        owner.put(path("/catalogue/items"), List.of(Map.of("id", name, "name", canary())));
        ids.put("items", name);
        String template = make(owner, "templates", template());
        owner.post(path("/templates/" + template + "/publish"), Map.of());
        String journey = make(owner, "journeys", Map.of("plan", plan(template)));
        owner.post(path("/journeys/" + journey + "/publish"), Map.of());
        Map<String, Object> known = Map.of("name", "email", "test", Map.of("exists", true));
        Map<String, Object> segment = Map.of("name", canary(), "condition", Map.of("trait", known));
        owner.post(path("/segments/" + make(owner, "segments", segment) + "/publish"), Map.of());
        awaitIts(owner, "/segments", "state", "live");
        Map<String, Object> count =
                Map.of("computed", Map.of("of", "count", "event", "Order Completed"));
        Map<String, Object> orders = Map.of("name", "orders", "rule", count);
        String attribute = make(owner, "attributes", orders);
        owner.post(path("/attributes/" + attribute + "/publish"), Map.of());
        awaitIts(owner, "/attributes", "state", "live");
        ids.put("members", first(owner, "/members").path("id").asText());
        JsonNode source = owner.post(path("/sources"), Map.of("name", canary()));
        ids.put("sources", source.path("id").asText());
        ids.put("feeds", source.path("id").asText());
        return source.path("writeKey").asText();
    }

    private String make(Person owner, String kind, Object what)
            throws IOException, InterruptedException {
        String made = owner.post(path("/" + kind), what).path("id").asText();
        ids.put(kind, made);
        return made;
    }

    private Map<String, Object> file() {
        return Map.of("source", ids.get("sources"), "name", canary(), "format", "ndjson");
    }

    private Map<String, Object> template() {
        return Map.of(
                "name",
                canary(),
                "channel",
                "email",
                "subject",
                canary(),
                "html",
                "<p>" + canary() + "</p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a>",
                "text",
                canary() + " {{ unsubscribe_url }}");
    }

    private Map<String, Object> plan(String template) {
        Map<String, Object> greet =
                Map.of("kind", "message", "channel", "email", "template", template, "next", "done");
        return Map.of(
                "name", canary(),
                "entry", Map.of("event", "Signed Up", "reentry", "never"),
                "start", "greet",
                "nodes", Map.of("greet", greet, "done", DONE));
    }

    private void receive(Target target, String writeKey) {
        String events =
                """
                {"batch": [
                  {"type": "identify", "userId": "%1$s", "messageId": "%2$s-1",
                   "traits": {"email": "%3$s", "name": "%2$s", "consent": {"email": true}}},
                  {"type": "track", "event": "Signed Up", "userId": "%1$s", "messageId": "%2$s-2",
                   "properties": {"said": "%2$s"}},
                  {"type": "group", "groupId": "%1$s", "userId": "%1$s", "messageId": "%2$s-3",
                   "traits": {"name": "%2$s"}}
                ]}
                """
                        .formatted(CUSTOMER, canary(), address());
        byte[] key = (writeKey + ":").getBytes(StandardCharsets.UTF_8);
        String authorization = "Basic " + Base64.getEncoder().encodeToString(key);
        try (HttpLoad load = new HttpLoad(1)) {
            Awaitility.await("the collector has heard of the write key")
                    .atMost(PATIENCE)
                    .ignoreExceptionsMatching(refused -> refused.getMessage().contains(" 401"))
                    .until(() -> posted(load, target, authorization, Buffer.buffer(events)));
        }
    }

    private static boolean posted(
            HttpLoad load, Target target, String authorization, Buffer events) {
        load.post(target.collector("/v1/batch"), authorization, 1, number -> events);
        return true;
    }

    /** Waits until the first of a list says so. */
    private JsonNode awaitIts(Person owner, String list, String field, String value) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> first(owner, list), found -> found.path(field).asText().equals(value));
    }

    private JsonNode first(Person owner, String path) throws IOException, InterruptedException {
        return owner.get(path(path)).path("items").path(0);
    }
}
