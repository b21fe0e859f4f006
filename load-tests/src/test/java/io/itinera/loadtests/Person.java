package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.launcher.Coordinates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Somebody who is signed in at the provider and speaks to the gateway with their access token. */
final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LISTEN = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;
    private final String bearer;

    private Person(URI gateway, String bearer) {
        this.gateway = gateway;
        this.bearer = bearer;
    }

    /** What was answered; of a stream, its first message. */
    record Answer(int status, String body) {
        boolean succeeded() {
            return status < 400;
        }

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    static Person signIn(Coordinates at, String user, String password)
            throws IOException, InterruptedException {
        Map<String, String> form =
                Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "client_id",
                        at.keycloak().clientId(),
                        "client_secret",
                        at.keycloak().clientSecret(),
                        "username",
                        user,
                        "password",
                        password);
        String encoded =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        at.keycloak().issuer() + "/protocol/openid-connect/token"))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded))
                        .build();
        String body = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String token = JSON.readTree(body).path("access_token").asText();
        return new Person(URI.create(at.services().get("gateway")), "Bearer " + token);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return done(send("GET", path, ""), path);
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return done(send("POST", path, JSON.writeValueAsString(body)), path);
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return done(send("PUT", path, JSON.writeValueAsString(body)), path);
    }

    /** Sends the whole of a file to an import. */
    void upload(String path, String rows) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(PATIENCE)
                        .header("authorization", bearer)
                        .header("upload-offset", "0")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(rows))
                        .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        done(new Answer(response.statusCode(), response.body()), path);
    }

    private static JsonNode done(Answer answer, String path) throws IOException {
        if (!answer.succeeded()) {
            throw new IllegalStateException(path + " was answered with " + answer);
        }
        return answer.json();
    }

    /** Sends what the path and the method ask for; empty is no body. */
    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(PATIENCE)
                        .header("authorization", bearer)
                        .header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<InputStream> response =
                HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        boolean streams =
                response.headers()
                        .firstValue("content-type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent();
        try (InputStream in = response.body()) {
            String said =
                    streams
                            ? firstMessage(in)
                            : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), said);
        }
    }

    /**
     * Its first message without comments; a stream that says nothing is listened to for a while.
     */
    private static String firstMessage(InputStream in) {
        CompletableFuture.delayedExecutor(LISTEN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> close(in));
        StringBuilder message = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            String line = lines.readLine();
            while (line != null && message.indexOf("data:") < 0) {
                message.append(line.startsWith(":") ? "" : line);
                line = lines.readLine();
            }
        } catch (IOException closed) {
            return message.toString();
        }
        return message.toString();
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
