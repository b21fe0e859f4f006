package io.itinera.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Workspace;
import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Topic;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class WorkspacesTest {
    private static final String FOUNDER = People.founder("workspaces-founder");

    @Inject TopicNames names;

    @Test
    void strangerGetsProblemAndNoRedirect() {
        given().get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401))
                .body("instance", equalTo("/api/me"));
    }

    @Test
    void forgedTokenIsNobodys() {
        String[] parts = FOUNDER.split("\\.", -1);
        String forged = parts[0] + "." + parts[1] + "." + "AAAA" + parts[2].substring(4);

        Api.as(forged)
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void personSeesWhoTheyAre() {
        Api.as(People.person("workspaces-nobody"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("person.id", equalTo("workspaces-nobody"))
                .body("person.name", equalTo("Person workspaces-nobody"))
                .body("person.email", equalTo("workspaces-nobody@shop.example"))
                .body("mayCreateWorkspaces", equalTo(false))
                .body("workspaces.size()", equalTo(0));
    }

    @Test
    void onlyWhoHasTheBootstrapClaimCreatesWorkspaces() {
        Api.as(People.person("workspaces-nobody"))
                .body(
                        """
                        {"name":"Shop","zone":"Asia/Tokyo","locale":"en","sender":"a@shop.example"}
                        """)
                .post("/api/workspaces")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void creatorOwnsWhatTheyCreate() {
        String workspace = Api.workspace(FOUNDER, "Shop");

        Api.as(FOUNDER)
                .get("/api/me")
                .then()
                .body("mayCreateWorkspaces", equalTo(true))
                .body(
                        "workspaces.find { it.id == '%s' }.role".formatted(workspace),
                        equalTo("owner"));
        Api.as(FOUNDER)
                .get("/api/workspaces/{w}", workspace)
                .then()
                .statusCode(200)
                .body("name", equalTo("Shop"))
                .body("zone", equalTo("Asia/Tokyo"))
                .body("locale", equalTo("en"))
                .body("sender", equalTo("Shop <hello@shop.example>"));
    }

    @Test
    void settingsAreToldAndEachChangeAgain() {
        String workspace = Api.workspace(FOUNDER, "Told");

        Api.as(FOUNDER)
                .body(
                        Map.of(
                                "name", "Told again",
                                "zone", "Europe/Berlin",
                                "locale", "zh-TW",
                                "sender", "hello@shop.example"))
                .put("/api/workspaces/{w}", workspace)
                .then()
                .statusCode(200);

        Workspace told =
                Topic.latest(
                        names.of(Topics.WORKSPACES),
                        workspace,
                        Workspace.class,
                        found -> found.name().equals("Told again"));
        assertEquals(
                new Workspace(
                        workspace,
                        "Told again",
                        ZoneId.of("Europe/Berlin"),
                        "zh-TW",
                        "hello@shop.example",
                        Map.of()),
                told);
    }

    @Test
    void everythingThatDoesNotFitIsSaidAtOnce() {
        Api.as(FOUNDER)
                .body(
                        """
                        {"name":" ","zone":"Asia/Tokyo","locale":"not a tag","sender":"nobody"}
                        """)
                .post("/api/workspaces")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("flaws.path", containsInAnyOrder("/name", "/locale", "/sender"));
    }

    @Test
    void unknownZoneCannotBeRead() {
        Api.as(FOUNDER)
                .body(
                        """
                        {"name":"Shop","zone":"Asia/Atlantis","locale":"en","sender":"a@shop.example"}
                        """)
                .post("/api/workspaces")
                .then()
                .statusCode(400)
                .body("flaws.path", contains("/zone"));
    }

    @Test
    void nameHasAtMost120Characters() {
        String longest = "x".repeat(120);

        assertEquals(201, create(longest));
        assertEquals(422, create(longest + "x"));
    }

    private static int create(String name) {
        return Api.as(FOUNDER)
                .body(
                        Map.of(
                                "name", name,
                                "zone", "UTC",
                                "locale", "en",
                                "sender", "hello@shop.example"))
                .post("/api/workspaces")
                .statusCode();
    }
}
