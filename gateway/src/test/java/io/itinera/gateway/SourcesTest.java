package io.itinera.gateway;

import static io.itinera.gateway.SourceDesk.OWNER;
import static io.itinera.gateway.SourceDesk.SOURCE;
import static io.itinera.gateway.SourceDesk.SOURCES;
import static io.itinera.gateway.SourceDesk.add;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Topic;
import io.itinera.gateway.domain.Secret;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class SourcesTest {
    @Inject SourceDesk sources;
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
                sources.told(workspace, created.getString("id"), source -> true).keyHashes());
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
                sources.told(workspace, id, source -> source.keyHashes().size() == 2).keyHashes());
        Api.as(OWNER)
                .delete(SOURCE + "/keys/old", workspace, id)
                .then()
                .statusCode(200)
                .body("rotating", equalTo(false))
                .body("writeKey", nullValue());
        assertEquals(
                List.of(second),
                sources.told(workspace, id, source -> source.keyHashes().size() == 1).keyHashes());
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

        assertEquals("Old shop", sources.told(workspace, id, source -> !source.enabled()).name());
    }

    @Test
    void lagIsShownBesideItsSource() {
        String workspace = Api.workspace(OWNER, "Late");
        UUID id = UUID.fromString(add(workspace, "Shop").getString("id"));
        String feed = add(workspace, "Feed").getString("id");
        add(workspace, "New");
        Instant at = Instant.parse("2026-11-21T09:30:00Z");
        say(
                workspace,
                id,
                new SourceLag(
                        workspace,
                        id,
                        18_211,
                        419L,
                        92_159L,
                        at.minusSeconds(100),
                        null,
                        at,
                        Map.of()));
        say(
                workspace,
                UUID.fromString(feed),
                new SourceLag(
                        workspace, UUID.fromString(feed), 0, null, null, at, at, at, Map.of()));

        await().until(() -> lags(workspace).stream().filter(Objects::nonNull).count() == 2);
        assertEquals(
                Arrays.asList(
                        Map.of(
                                "p50Ms", 419,
                                "p99Ms", 92_159,
                                "events", 18_211,
                                "watermark", "2026-11-21T09:28:20.000Z",
                                "at", "2026-11-21T09:30:00.000Z"),
                        Map.of(
                                "events", 0,
                                "watermark", "2026-11-21T09:30:00.000Z",
                                "completeUpTo", "2026-11-21T09:30:00.000Z",
                                "at", "2026-11-21T09:30:00.000Z"),
                        null),
                lags(workspace));
    }

    private void say(String workspace, UUID source, SourceLag lag) {
        Topic.write(
                names.of(Topics.SOURCES), Keys.sourceLag(workspace, source), SourceLag.class, lag);
    }

    private static List<Map<String, Object>> lags(String workspace) {
        return Api.as(OWNER).get(SOURCES, workspace).then().extract().path("items.lag");
    }

    @Test
    void sourceOfAnotherWorkspaceIsNotFound() {
        String mine = Api.workspace(OWNER, "Mine");
        String other = People.founder("sources-other");
        String theirs = Api.workspace(other, "Theirs");
        String id = add(other, theirs, "Their shop").getString("id");

        Api.as(OWNER).post(SOURCE + "/rotate", mine, id).then().statusCode(404);
        Api.as(OWNER).delete(SOURCE + "/keys/old", mine, id).then().statusCode(404);
        Api.as(OWNER).delete(SOURCE + "/webhook", mine, id).then().statusCode(404);
        Api.as(OWNER)
                .body(Map.of("name", "Mine now", "enabled", true))
                .put(SOURCE, mine, id)
                .then()
                .statusCode(404);
    }
}
