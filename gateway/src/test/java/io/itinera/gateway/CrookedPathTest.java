package io.itinera.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.InternalTokens;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Seen;
import io.itinera.gateway.behind.Services;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths that one router could read as one workspace's and another as another's. */
@QuarkusTest
@RealServers
class CrookedPathTest {
    private static final String ONE = People.founder("crooked-one");
    private static final String OTHER = People.founder("crooked-other");

    Services services;

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void noDetourLeadsIntoTheOtherWorkspace() throws Exception {
        String mine = Api.workspace(ONE, "Mine");
        String theirs = Api.workspace(OTHER, "Theirs");
        services.forget();

        for (String path :
                List.of(
                        mine + "/../" + theirs + "/journeys",
                        mine + "/%2e%2e/" + theirs + "/journeys",
                        mine + "/journeys/../../" + theirs + "/journeys",
                        theirs + "/./journeys",
                        theirs + ";x=" + mine + "/journeys",
                        theirs + "/members/",
                        theirs + "%2Fjourneys")) {
            assertEquals(404, get(path), path);
        }

        assertEquals(List.of(), services.seen(), "nothing reached a service");
    }

    @Test
    void detourThatEndsAtHomeIsJudgedAndPassedOnAsWhatItIs() throws Exception {
        String mine = Api.workspace(ONE, "Home");
        services.forget();

        assertEquals(200, get(mine + "/sources/../journeys/%2e%2e/events"));

        Seen seen = services.seen().getFirst();
        assertEquals("/events", seen.path());
        assertEquals(mine, InternalTokens.grant(seen).workspace());
    }

    @Test
    void matrixParameterHidesNoOwnersRoom() throws Exception {
        String mine = Api.workspace(ONE, "Matrix");
        Api.member(ONE, mine, "crooked-author", "author");
        String author = People.person("crooked-author");

        assertEquals(404, send(author, "POST", mine + "/members;x=1"));
        assertEquals(404, send(author, "POST", mine + ";x=1/members"));
        assertEquals(403, send(author, "POST", mine + "//members"));
        assertEquals(403, send(author, "POST", mine + "/members/"));
        assertEquals(403, send(author, "POST", mine + "/./members"));
    }

    private int get(String path) throws IOException, InterruptedException {
        return send(ONE, "GET", path);
    }

    /** As it stands, without a client that straightens it first. */
    private int send(String token, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway + "api/workspaces/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
