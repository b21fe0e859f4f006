package io.itinera.gateway;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class MembersTest {
    private static final String OWNER = People.founder("members-owner");
    private static final String MEMBERS = "/api/workspaces/{w}/members";

    @Test
    void invitationTakesEffectAtFirstLogin() {
        String workspace = Api.workspace(OWNER, "Invitation");
        String mira = People.person("members-mira");

        invite(workspace, " Members-Mira@Shop.Example ", "author")
                .statusCode(201)
                .body("email", equalTo("members-mira@shop.example"))
                .body("invited", equalTo(true));

        Api.as(mira)
                .get("/api/me")
                .then()
                .body(
                        "workspaces.find { it.id == '%s' }.role".formatted(workspace),
                        equalTo("author"));
        Api.as(OWNER)
                .get(MEMBERS, workspace)
                .then()
                .body(
                        "items.email",
                        contains("members-owner@shop.example", "members-mira@shop.example"))
                .body("items[1].name", equalTo("Person members-mira"))
                .body("items[1].invited", equalTo(false));
    }

    @Test
    void invitationAlsoTakesEffectAtTheFirstRequestThatNeedsIt() {
        String workspace = Api.workspace(OWNER, "Straight in");
        invite(workspace, People.email("members-direct"), "viewer");

        Api.as(People.person("members-direct"))
                .get("/api/workspaces/{w}", workspace)
                .then()
                .statusCode(200)
                .body("role", equalTo("viewer"));
    }

    @Test
    void claimedAddressThatNobodyVouchesForOpensNothing() {
        String workspace = Api.workspace(OWNER, "Pretended");
        invite(workspace, People.email("members-victim"), "owner");
        String pretender = People.pretender("members-mallory", People.email("members-victim"));

        Api.as(pretender).get("/api/workspaces/{w}", workspace).then().statusCode(404);
        Api.as(pretender).get("/api/me").then().body("workspaces.size()", equalTo(0));
    }

    @Test
    void addressIsInvitedOnce() {
        String workspace = Api.workspace(OWNER, "Once");
        invite(workspace, "once@shop.example", "viewer");

        invite(workspace, "ONCE@shop.example", "author").statusCode(409);
    }

    @Test
    void memberWhoIsRemovedIsOutAtOnce() {
        String workspace = Api.workspace(OWNER, "Removed");
        Api.member(OWNER, workspace, "members-gone", "author");
        String id = idOf(workspace, "members-gone");

        Api.as(OWNER).delete(MEMBERS + "/{m}", workspace, id).then().statusCode(204);

        Api.as(People.person("members-gone"))
                .get("/api/workspaces/{w}", workspace)
                .then()
                .statusCode(404);
    }

    @Test
    void lastOwnerStays() {
        String workspace = Api.workspace(OWNER, "Last owner");
        String id = idOf(workspace, "members-owner");

        Api.as(OWNER).delete(MEMBERS + "/{m}", workspace, id).then().statusCode(409);

        Api.as(OWNER).get("/api/workspaces/{w}", workspace).then().statusCode(200);
    }

    @Test
    void memberOfAnotherWorkspaceIsNotFound() {
        String mine = Api.workspace(OWNER, "Mine");
        String other = People.founder("members-other");
        String theirs = Api.workspace(other, "Theirs");
        String theirOwner = Api.as(other).get(MEMBERS, theirs).then().extract().path("items[0].id");

        Api.as(OWNER).delete(MEMBERS + "/{m}", mine, theirOwner).then().statusCode(404);

        Api.as(other).get("/api/workspaces/{w}", theirs).then().statusCode(200);
    }

    @Test
    void listIsReadPageByPage() {
        String workspace = Api.workspace(OWNER, "Pages");
        invite(workspace, "a@shop.example", "viewer");
        invite(workspace, "b@shop.example", "viewer");

        String next =
                Api.as(OWNER)
                        .queryParam("limit", 2)
                        .get(MEMBERS, workspace)
                        .then()
                        .body("items.size()", equalTo(2))
                        .body("next", notNullValue())
                        .extract()
                        .path("next");
        Api.as(OWNER)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get(MEMBERS, workspace)
                .then()
                .body("items.email", contains("b@shop.example"))
                .body("next", equalTo(null));
    }

    @Test
    void pageHasAtMost200Items() {
        String workspace = Api.workspace(OWNER, "Limits");

        Api.as(OWNER).queryParam("limit", 200).get(MEMBERS, workspace).then().statusCode(200);
        Api.as(OWNER).queryParam("limit", 201).get(MEMBERS, workspace).then().statusCode(400);
    }

    @Test
    void unknownRoleIsSaid() {
        String workspace = Api.workspace(OWNER, "Unknown role");

        invite(workspace, "a@shop.example", "emperor")
                .statusCode(422)
                .body("flaws.path", contains("/role"));
    }

    private static ValidatableResponse invite(String workspace, String email, String role) {
        return Api.as(OWNER)
                .body(Map.of("email", email, "role", role))
                .post(MEMBERS, workspace)
                .then();
    }

    private static String idOf(String workspace, String subject) {
        return Api.as(OWNER)
                .get(MEMBERS, workspace)
                .then()
                .extract()
                .path("items.find { it.email == '%s' }.id".formatted(People.email(subject)));
    }
}
