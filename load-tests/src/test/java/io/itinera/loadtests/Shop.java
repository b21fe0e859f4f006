package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A shop's servers and pages, which tell one source.
 *
 * @param owner whoever imports the shop's files
 * @param source whose events they are
 * @param writeKey its key
 */
record Shop(Target target, Person owner, String source, String writeKey) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Shop opened(Target target, Person owner, String name)
            throws IOException, InterruptedException {
        JsonNode made = owner.post(path(target, "/sources"), Map.of("name", name));
        Shop shop =
                new Shop(target, owner, made.path("id").asText(), made.path("writeKey").asText());
        target.awaitKey(shop.writeKey());
        return shop;
    }

    /** Sends to a path of the collector what must be taken. */
    void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(target.collector(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IllegalStateException(path + " was answered with " + status);
        }
    }

    /** Who somebody is, where mail reaches them, and that they want it. */
    void introduce(Feed.Shopper one) throws IOException, InterruptedException {
        Map<String, Object> call =
                Map.of(
                        "type",
                        "identify",
                        "writeKey",
                        writeKey,
                        "userId",
                        one.name(),
                        "messageId",
                        one.name() + "-who",
                        "traits",
                        Map.of(
                                "email", one.address(),
                                "name", one.name(),
                                "consent", Map.of("email", true)));
        post("/v1/identify", JSON.writeValueAsString(call));
    }

    /** Imports a file whose events count as live ones do, all of which must be accepted. */
    void importLive(Map<String, String> layout, String rows)
            throws IOException, InterruptedException {
        Map<String, Object> about = new HashMap<>(layout);
        about.put("source", source);
        about.put("name", source);
        about.put("live", true);
        String id = owner.post(path(target, "/imports"), about).path("id").asText();
        owner.upload(path(target, "/imports/" + id), rows);
        JsonNode done = owner.post(path(target, "/imports/" + id + "/finish"), Map.of());
        if (done.path("rejected").asInt() > 0 || !done.path("state").asText().equals("finished")) {
            throw new IllegalStateException("the file was read as " + done);
        }
    }

    /** Says that everything up to a moment has been sent. */
    void declare(Instant completeUpTo) throws IOException, InterruptedException {
        owner.post(
                path(target, "/feeds/" + source + "/complete-up-to"),
                Map.of("completeUpTo", completeUpTo.toString()));
    }

    /** How late its source is, as its owner sees it. */
    JsonNode lag() throws IOException, InterruptedException {
        for (JsonNode each : owner.get(path(target, "/sources?limit=200")).path("items")) {
            if (each.path("id").asText().equals(source)) {
                return each.path("lag");
            }
        }
        throw new IllegalStateException("there is no source " + source);
    }

    private static String path(Target target, String rest) {
        return "/api/workspaces/" + target.coordinates().workspace().id() + rest;
    }
}
