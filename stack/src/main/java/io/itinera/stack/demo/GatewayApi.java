package io.itinera.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The gateway's HTTP API, spoken as the demo's person with a bearer token. */
final class GatewayApi {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final DemoAddresses addresses;
    private final String bearer;

    GatewayApi(DemoAddresses addresses) {
        this.addresses = addresses;
        this.bearer = "Bearer " + token();
    }

    JsonNode get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonNode post(String path, Object body) {
        return send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()));
    }

    JsonNode put(String path, Object body) {
        return send(
                "PUT",
                path,
                HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()));
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(addresses.gateway().resolve(path))
                        .timeout(PATIENCE)
                        .header("authorization", bearer)
                        .header("content-type", "application/json")
                        .method(method, body)
                        .build();
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() >= 300) {
            throw new DemoFailed(
                    "The gateway answered %d to %s %s: %s"
                            .formatted(response.statusCode(), method, path, response.body()));
        }
        return read(response.body());
    }

    private String token() {
        Map<String, String> form =
                Map.of(
                        "grant_type", "password",
                        "scope", "openid",
                        "client_id", addresses.clientId(),
                        "client_secret", addresses.clientSecret(),
                        "username", addresses.user(),
                        "password", addresses.password());
        String encoded =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(addresses.token())
                        .timeout(PATIENCE)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded))
                        .build();
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() != 200) {
            throw new DemoFailed(
                    "The OpenID provider answered %d to the login of %s: %s"
                            .formatted(response.statusCode(), addresses.user(), response.body()));
        }
        return read(response.body()).path("access_token").asText();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoFailed("There was no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted while waiting for " + request.uri(), e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new DemoFailed("This answer is not JSON: " + body, e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
