package io.itinera.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Source;
import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Topic;
import io.itinera.gateway.domain.Secret;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class SourcesTest {
    private static final String OWNER = People.founder("sources-owner");
    private static final String SOURCES = "/api/workspaces/{w}/sources";
    private static final String SOURCE = SOURCES + "/{s}";

    @Inject TopicNames names;

    @Test
    void keyIsShownOnceAndToldAsItsHash() {
        String workspace = Api.workspace(OWNER, "Once");

        JsonPath created = add(workspace, "Shop");

        String key = created.getString("writeKey");
        assertEquals(43, key.length(), "256 bits in base64url");
        assertEquals(key.substring(0, 4) + "…", created.getString("keyHint"));
        String listed = Api.as(OWNER).get(SOURCES, workspace).asString();
        assertFalse(listed.contains(key), "the list does not show the key again");
        assertEquals(
                List.of(new Secret(key).hash()),
                told(workspace, created.getString("id"), source -> true).keyHashes());
    }

    @Test
    void bothKeysHoldFromRotationToDrop() {
        String workspace = Api.workspace(OWNER, "Rotation");
        JsonPath created = add(workspace, "Shop");
        String id = created.getString("id");
        String first = new Secret(created.getString("writeKey")).hash();

        JsonPath rotated =
                Api.as(OWNER).post(SOURCE + "/rotate", workspace, id).then().extract().jsonPath();

        String second = new Secret(rotated.getString("writeKey")).hash();
        assertNotEquals(first, second);
        assertEquals(
                List.of(second, first),
                told(workspace, id, source -> source.keyHashes().size() == 2).keyHashes());
        Api.as(OWNER)
                .delete(SOURCE + "/keys/old", workspace, id)
                .then()
                .statusCode(200)
                .body("rotating", equalTo(false))
                .body("writeKey", nullValue());
        assertEquals(
                List.of(second),
                told(workspace, id, source -> source.keyHashes().size() == 1).keyHashes());
    }

    @Test
    void sourceIsRenamedAndDisabled() {
        String workspace = Api.workspace(OWNER, "Edited");
        String id = add(workspace, "Shop").getString("id");

        Api.as(OWNER)
                .body(Map.of("name", "Old shop", "enabled", false))
                .put(SOURCE, workspace, id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Old shop"))
                .body("enabled", equalTo(false));

        assertEquals("Old shop", told(workspace, id, source -> !source.enabled()).name());
    }

    @Test
    void sourceOfAnotherWorkspaceIsNotFound() {
        String mine = Api.workspace(OWNER, "Mine");
        String other = People.founder("sources-other");
        String theirs = Api.workspace(other, "Theirs");
        String id = add(other, theirs, "Their shop").getString("id");

        Api.as(OWNER).post(SOURCE + "/rotate", mine, id).then().statusCode(404);
        Api.as(OWNER).delete(SOURCE + "/keys/old", mine, id).then().statusCode(404);
        Api.as(OWNER)
                .body(Map.of("name", "Mine now", "enabled", true))
                .put(SOURCE, mine, id)
                .then()
                .statusCode(404);
    }

    private Source told(String workspace, String id, Predicate<Source> expected) {
        return Topic.latest(
                names.of(Topics.SOURCES),
                Keys.head(workspace, UUID.fromString(id)),
                Source.class,
                expected);
    }

    private static JsonPath add(String workspace, String name) {
        return add(OWNER, workspace, name);
    }

    private static JsonPath add(String owner, String workspace, String name) {
        return Api.as(owner)
                .body(Map.of("name", name))
                .post(SOURCES, workspace)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
