package io.itinera.stack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.process.Child;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Leftovers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTest {

    private static final KeycloakServer KEYCLOAK =
            new KeycloakServer(FreePorts.pick(1).getFirst(), "a secret");

    @TempDir private static Path directory;

    @BeforeAll
    static void start() throws Exception {
        Child keycloak = KEYCLOAK.start(home());
        assertEquals("keycloak", keycloak.name());
    }

    @AfterAll
    static void stop() throws Exception {
        Leftovers.end(home());
    }

    @Test
    void theDemosOwnerMayCreateWorkspacesAndOthersMayNot() throws Exception {
        JsonNode demo = claims("demo");
        JsonNode mira = claims("mira");

        assertEquals(
                List.of("Demo Owner", "demo@itinera.example", "[\"itinera-bootstrap\"]"),
                List.of(
                        demo.path("name").asText(),
                        demo.path("email").asText(),
                        demo.path("roles").toString()));
        assertEquals("", mira.path("roles").toString());
    }

    @Test
    void theTokensAreForTheGatewayAndForAQuarterOfAnHour() throws Exception {
        JsonNode claims = claims("demo");

        assertEquals(KeycloakServer.CLIENT, claims.path("aud").asText());
        assertEquals(900, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    @Test
    void aLoginReturnsToThisMachineOnly() throws Exception {
        assertEquals(200, login("http://localhost:8080/login/callback"));
        assertEquals(200, login("http://127.0.0.1:18080/"));
        assertEquals(400, login("https://itinera.example/"));
    }

    private static JsonNode claims(String user) throws Exception {
        String form =
                "grant_type=password&scope=openid&client_id=%s&client_secret=a+secret&username=%s&password=%s"
                        .formatted(KeycloakServer.CLIENT, user, user);
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                KEYCLOAK.issuer()
                                                        + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build());
        ObjectMapper mapper = new ObjectMapper();
        String token = mapper.readTree(answer.body()).path("access_token").asText();
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return mapper.readTree(Base64.getUrlDecoder().decode(payload));
    }

    private static int login(String returnTo) throws Exception {
        URI uri =
                URI.create(
                        "%s/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=%s&redirect_uri=%s"
                                .formatted(KEYCLOAK.issuer(), KeycloakServer.CLIENT, returnTo));
        return send(HttpRequest.newBuilder(uri).build()).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Home home() {
        return new Home(Home.findProject(), directory);
    }
}
