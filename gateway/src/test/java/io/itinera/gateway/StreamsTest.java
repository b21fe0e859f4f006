package io.itinera.gateway;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Services;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At most three streams a person here; ten where nobody says otherwise. */
@QuarkusTest
@RealServers
class StreamsTest {
    private static final String OWNER = People.founder("streams-owner");
    private static final String EVENTS = "events/stream";
    private static final String JOURNEY = "insights/journeys/1/stream";

    Services services;

    @TestHTTPResource("/")
    URI gateway;

    private final Deque<HttpURLConnection> open = new ArrayDeque<>();

    @AfterEach
    void close() {
        open.forEach(HttpURLConnection::disconnect);
        services.endStreams();
    }

    @Test
    void onePersonHasSoManyStreamsOfAllServicesAndWorkspacesTogether() throws IOException {
        String first = Api.workspace(OWNER, "Streams");
        String second = Api.workspace(OWNER, "More streams");
        assertEquals(200, stream(OWNER, first, EVENTS));
        assertEquals(200, stream(OWNER, first, JOURNEY));
        assertEquals(200, stream(OWNER, second, EVENTS));

        Api.as(OWNER)
                .get("/api/workspaces/{w}/{path}?answer=stream", second, "events")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("title", equalTo("Too many requests"))
                .body("detail", containsString("You have 3 live views open"));
        await().until(() -> services.left().contains("/events"));
        Api.as(OWNER).get("/api/workspaces/{w}/events", second).then().statusCode(200);
    }

    @Test
    void closedStreamMakesRoomForAnother() throws IOException {
        String person = People.founder("streams-closer");
        String workspace = Api.workspace(person, "Closed");
        fill(person, workspace);
        assertEquals(429, stream(person, workspace, EVENTS));
        open.removeFirst().disconnect();

        await().until(() -> stream(person, workspace, EVENTS) == 200);
        assertEquals(429, stream(person, workspace, EVENTS));
    }

    @Test
    void streamThatItsServiceEndsMakesRoomToo() throws IOException {
        String person = People.founder("streams-ended");
        String workspace = Api.workspace(person, "Ended");
        fill(person, workspace);
        services.endStreams();

        await().until(() -> stream(person, workspace, EVENTS) == 200);
    }

    @Test
    void othersHavePlacesOfTheirOwn() throws IOException {
        String person = People.founder("streams-busy");
        String workspace = Api.workspace(person, "Shared");
        Api.member(person, workspace, "streams-colleague", "viewer");
        fill(person, workspace);

        assertEquals(200, stream(People.person("streams-colleague"), workspace, EVENTS));
    }

    private void fill(String person, String workspace) throws IOException {
        for (String path : List.of(EVENTS, JOURNEY, EVENTS)) {
            assertEquals(200, stream(person, workspace, path));
        }
    }

    /** Opens a stream and leaves it open; the status of the answer. */
    private int stream(String person, String workspace, String path) throws IOException {
        URI uri = gateway.resolve("/api/workspaces/" + workspace + "/" + path + "?answer=stream");
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + person);
        connection.setReadTimeout(10_000);
        int status = connection.getResponseCode();
        if (status == 200) {
            open.add(connection);
        }
        return status;
    }
}
