package io.itinera.gateway;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.contracts.settings.Webhook;
import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Topic;
import io.itinera.gateway.domain.Secret;
import io.itinera.kit.sealing.Sealing;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class SourcesTest {
    private static final String OWNER = People.founder("sources-owner");
    private static final String SOURCES = "/api/workspaces/{w}/sources";
    private static final String SOURCE = SOURCES + "/{s}";

    @Inject TopicNames names;
    @Inject Sealing sealing;

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
    void newSourceLetsInWhatTheDefaultsLetIn() {
        String workspace = Api.workspace(OWNER, "Defaults");
        String id = add(workspace, "Shop").getString("id");
        Source told = told(workspace, id, _ -> true);
        assertEquals(IntakeRules.DEFAULT, told.rules());
        assertNull(told.webhook());
    }

    @Test
    void rulesAreToldAndStayWhenAnEditDoesNotNameThem() {
        String workspace = Api.workspace(OWNER, "Rules");
        String id = add(workspace, "Shop").getString("id");
        Map<String, Object> rules =
                Map.of(
                        "origins",
                        List.of("https://Shop.example:443/", "https://shop.example"),
                        "eventsPerSecond",
                        250,
                        "address",
                        "truncated",
                        "userAgent",
                        "none",
                        "plan",
                        "quarantine",
                        "traitsFromContext",
                        true);

        edit(workspace, id, Map.of("name", "Shop", "rules", rules, "historicAfter", "PT24H"))
                .statusCode(200)
                .body("rules.origins", equalTo(List.of("https://shop.example")))
                .body("rules.eventsPerSecond", equalTo(250));
        edit(workspace, id, Map.of("name", "Renamed")).statusCode(200);

        Source told = told(workspace, id, source -> source.name().equals("Renamed"));
        assertEquals(
                new IntakeRules(
                        List.of("https://shop.example"),
                        250,
                        Keep.truncated,
                        Keep.none,
                        PlanMode.quarantine,
                        true),
                told.rules());
        assertEquals(Duration.ofDays(1), told.historicAfter());
    }

    @Test
    void whatDoesNotFitIsNamedMemberByMember() {
        String workspace = Api.workspace(OWNER, "Flawed");
        String id = add(workspace, "Shop").getString("id");
        Map<String, Object> rules =
                Map.of(
                        "origins",
                        List.of("https://shop.example", "shop.example/cart"),
                        "eventsPerSecond",
                        0);
        Map<String, Object> webhook =
                Map.of(
                        "preset",
                        "hmac",
                        "secret",
                        "s",
                        "mapping",
                        "x".repeat(16 * 1024 + 1),
                        "rule",
                        Map.of(
                                "header",
                                "X Signature",
                                "hash",
                                "sha256",
                                "encoding",
                                "hex",
                                "signed",
                                "{timestamp}"));
        edit(
                        workspace,
                        id,
                        Map.of(
                                "name",
                                "",
                                "historicAfter",
                                "PT1S",
                                "rules",
                                rules,
                                "webhook",
                                webhook))
                .statusCode(422)
                .body(
                        "flaws.path",
                        equalTo(
                                List.of(
                                        "/name",
                                        "/historicAfter",
                                        "/rules/origins/1",
                                        "/rules/eventsPerSecond",
                                        "/webhook/mapping",
                                        "/webhook/rule/header",
                                        "/webhook/rule/signed",
                                        "/webhook/rule/signed")));
        edit(workspace, id, Map.of("name", "Shop", "rules", Map.of("address", "hashed")))
                .statusCode(400)
                .body("flaws.path", equalTo(List.of("/rules/address")));
        edit(workspace, id, Map.of("name", "Shop", "webhook", Map.of("preset", "pigeon")))
                .statusCode(422)
                .body("flaws.path", equalTo(List.of("/webhook/preset")));
    }

    @Test
    void secretIsSealedForItsSourceAndNeverShown() {
        String workspace = Api.workspace(OWNER, "Hooks");
        String id = add(workspace, "Orders").getString("id");
        String answer =
                edit(workspace, id, webhook("stripe", "whsec_first"))
                        .statusCode(200)
                        .body("webhook.preset", equalTo("stripe"))
                        .body("webhook.secretSet", equalTo(true))
                        .extract()
                        .asString();

        Webhook told = told(workspace, id, source -> source.webhook() != null).webhook();
        assertEquals("whsec_first", sealing.open(told.sealedSecret(), UUID.fromString(id)));
        String listed = Api.as(OWNER).get(SOURCES, workspace).asString();
        assertFalse((answer + listed).contains("whsec_first"));
        assertFalse((answer + listed).contains(told.sealedSecret()));
    }

    @Test
    void secretStaysUntilAnotherOrNoneIsWanted() {
        String workspace = Api.workspace(OWNER, "Kept");
        String id = add(workspace, "Orders").getString("id");
        edit(workspace, id, webhook("stripe", null))
                .statusCode(422)
                .body("flaws.path", equalTo(List.of("/webhook/secret")));
        edit(workspace, id, webhook("stripe", "whsec_first")).statusCode(200);
        edit(workspace, id, webhook("shopify", null)).statusCode(422);
        edit(workspace, id, Map.of("name", "Orders")).body("webhook.secretSet", equalTo(true));
        edit(workspace, id, webhook("stripe", null)).body("webhook.secretSet", equalTo(true));
        edit(workspace, id, webhook("none", null)).body("webhook.secretSet", equalTo(false));
        edit(workspace, id, webhook("stripe", null)).statusCode(422);

        Api.as(OWNER)
                .delete(SOURCE + "/webhook", workspace, id)
                .then()
                .statusCode(200)
                .body("webhook", nullValue());
    }

    private static Map<String, Object> webhook(String preset, @Nullable String secret) {
        Map<String, Object> webhook = new HashMap<>(Map.of("preset", preset));
        if (secret != null) {
            webhook.put("secret", secret);
        }
        return Map.of("name", "Orders", "webhook", webhook);
    }

    private static ValidatableResponse edit(
            String workspace, String id, Map<String, Object> wanted) {
        return Api.as(OWNER).body(wanted).put(SOURCE, workspace, id).then();
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
