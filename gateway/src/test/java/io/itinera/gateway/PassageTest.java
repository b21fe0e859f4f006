package io.itinera.gateway;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.InternalTokens;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Seen;
import io.itinera.gateway.behind.Services;
import io.itinera.gateway.domain.Service;
import io.itinera.kit.tenancy.Grant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class PassageTest {
    private static final String OWNER = People.founder("passage-owner");

    Services services;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void forget() {
        services.forget();
    }

    @Test
    void requestReachesItsServiceWithoutThePrefix() {
        String workspace = Api.workspace(OWNER, "Prefix");

        Api.as(OWNER)
                .body("{\"name\":\"Buyers\"}")
                .urlEncodingEnabled(false)
                .put("/api/workspaces/" + workspace + "/catalogue/items/a%2Fb?query=x%20y&z=")
                .then()
                .statusCode(200)
                .header("x-served-by", equalTo("a service"))
                .body("method", equalTo("PUT"))
                .body("uri", equalTo("/catalogue/items/a%2Fb?query=x%20y&z="));

        Seen seen = only();
        assertEquals(Service.MESSAGING, seen.service());
        assertEquals("{\"name\":\"Buyers\"}", seen.body());
        assertEquals(List.of("application/json"), seen.header("content-type"));
    }

    @Test
    void serviceGetsATokenForItselfAndThisWorkspace() {
        String workspace = Api.workspace(OWNER, "Token");

        Api.as(OWNER).get("/api/workspaces/{w}/journeys", workspace).then().statusCode(200);

        assertEquals(
                new Grant(workspace, "passage-owner", Set.of("read", "write", "own")),
                InternalTokens.grant(only()));
    }

    @Test
    void answerIsReadableThoughServicesAndGatewayBothCompress() {
        String workspace = Api.workspace(OWNER, "Compressed");

        Api.as(OWNER)
                .header("Accept-Encoding", "gzip")
                .get("/api/workspaces/{w}/journeys", workspace)
                .then()
                .statusCode(200)
                .body("method", equalTo("GET"));

        assertEquals(List.of(), only().header("accept-encoding"));
    }

    @Test
    void personalHeadersStayBehind() {
        String workspace = Api.workspace(OWNER, "Headers");

        Api.as(OWNER)
                .header("Cookie", "q_session=secret; other=1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/elsewhere")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Requested-With", "JavaScript")
                .header("Connection", "keep-alive, X-Hop")
                .header("X-Hop", "1")
                .header("TE", "trailers")
                .header("X-Kept", "2")
                .get("/api/workspaces/{w}/events", workspace)
                .then()
                .statusCode(200);

        Seen seen = only();
        for (String name :
                List.of(
                        "cookie",
                        "x-forwarded-for",
                        "x-forwarded-prefix",
                        "forwarded",
                        "x-requested-with",
                        "x-hop",
                        "te")) {
            assertEquals(List.of(), seen.header(name), name);
        }
        assertEquals(List.of("2"), seen.header("x-kept"));
        assertEquals(1, seen.header("authorization").size());
    }

    @Test
    void serviceSetsNoCookieHere() {
        String workspace = Api.workspace(OWNER, "Cookie");

        Api.as(OWNER)
                .get("/api/workspaces/{w}/events", workspace)
                .then()
                .header("set-cookie", nullValue());
    }

    @Test
    void traceGoesOn() {
        String workspace = Api.workspace(OWNER, "Trace");
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Api.as(OWNER)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/api/workspaces/{w}/events", workspace);

        List<String> passedOn = only().header("traceparent");
        assertEquals(1, passedOn.size());
        assertTrue(passedOn.getFirst().startsWith("00-" + trace), passedOn.getFirst());
    }

    @Test
    void traceBeginsHereWhenNobodyBeganOne() {
        String workspace = Api.workspace(OWNER, "New trace");

        Api.as(OWNER).get("/api/workspaces/{w}/events", workspace);

        assertEquals(1, only().header("traceparent").size());
    }

    @Test
    void emptyAnswerStaysEmpty() {
        String workspace = Api.workspace(OWNER, "Empty");

        Api.as(OWNER)
                .queryParam("answer", "nothing")
                .delete("/api/workspaces/{w}/segments/1", workspace)
                .then()
                .statusCode(204);
    }

    @Test
    void slowServiceIsNamedInA504() {
        String workspace = Api.workspace(OWNER, "Slow");

        Api.as(OWNER)
                .queryParam("answer", "never")
                .body("{}")
                .post("/api/workspaces/{w}/insights/funnel", workspace)
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("detail", containsString("insights"));

        await().until(() -> services.left().contains("/insights/funnel"));
    }

    @Test
    void fileMayBeLongerThanOtherBodiesAndTakeLongerThanAnAnswer() throws IOException {
        String workspace = Api.workspace(OWNER, "Upload");
        byte[] half = new byte[10 * 1024 * 1024];
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            String head =
                    "PATCH /api/workspaces/%s/imports/1 HTTP/1.1\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(workspace, OWNER, 2 * half.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(half);
            timeForAnAnswerPasses(workspace);
            services.forget();
            socket.getOutputStream().write(half);
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
        assertEquals(2 * half.length, only().body().length());
    }

    private static void timeForAnAnswerPasses(String workspace) {
        Api.as(OWNER)
                .get("/api/workspaces/{w}/journeys?answer=never", workspace)
                .then()
                .statusCode(504);
    }

    @Test
    void serviceThatHasTheFileAndSaysNothingIsNamedInA504() {
        String workspace = Api.workspace(OWNER, "Silent");
        Api.as(OWNER)
                .body("rows")
                .patch("/api/workspaces/{w}/imports/1?answer=never", workspace)
                .then()
                .statusCode(504);
    }

    @Test
    void brokenServiceIsNamedInA502() {
        String workspace = Api.workspace(OWNER, "Broken");

        Api.as(OWNER)
                .queryParam("answer", "hangup")
                .get("/api/workspaces/{w}/journeys", workspace)
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("detail", containsString("journeys"))
                .body("instance", equalTo("/api/workspaces/" + workspace + "/journeys"));
    }

    @Test
    void streamArrivesAsItIsWrittenAndOutlivesTheAnswerTimeout() throws IOException {
        String workspace = Api.workspace(OWNER, "Stream");
        HttpURLConnection stream = open(workspace);

        try (BufferedReader lines = reader(stream)) {
            assertEquals("data: open", lines.readLine());
            assertEquals("", lines.readLine());
            services.tell("data: one\n\n");
            assertEquals("data: one", lines.readLine());
            assertEquals("", lines.readLine());
            services.endStreams();
            assertEquals(null, lines.readLine());
        }
        assertEquals("text/event-stream", stream.getContentType());
    }

    @Test
    void serviceLearnsThatItsReaderLeft() throws IOException {
        String workspace = Api.workspace(OWNER, "Left");
        HttpURLConnection stream = open(workspace);
        try (BufferedReader lines = reader(stream)) {
            assertEquals("data: open", lines.readLine());
        }

        stream.disconnect();

        await().until(() -> services.left().contains("/events/stream"));
    }

    @Test
    void unknownRoomIsNotFoundAndReachesNobody() {
        String workspace = Api.workspace(OWNER, "Unknown");

        Api.as(OWNER).get("/api/workspaces/{w}/public/click/1", workspace).then().statusCode(404);
        Api.as(OWNER).get("/api/workspaces/{w}/q/health", workspace).then().statusCode(404);

        assertEquals(List.of(), services.seen());
    }

    private HttpURLConnection open(String workspace) throws IOException {
        URI uri = gateway.resolve("/api/workspaces/" + workspace + "/events/stream?answer=stream");
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + OWNER);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setReadTimeout(10_000);
        return connection;
    }

    private static BufferedReader reader(HttpURLConnection connection) throws IOException {
        return new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private Seen only() {
        List<Seen> seen = services.seen();
        assertEquals(1, seen.size(), seen.toString());
        return seen.getFirst();
    }
}
