package io.itinera.gateway;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Source;
import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.Topic;
import io.itinera.kit.topics.TopicNames;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A workspace's sources as its people have them, and as collectors are told of them. */
@Singleton
class SourceDesk {
    static final String OWNER = People.founder("sources-owner");
    static final String SOURCES = "/api/workspaces/{w}/sources";
    static final String SOURCE = SOURCES + "/{s}";

    @Inject TopicNames names;

    Source told(String workspace, String id, Predicate<Source> expected) {
        return Topic.latest(
                names.of(Topics.SOURCES),
                Keys.head(workspace, UUID.fromString(id)),
                Source.class,
                expected);
    }

    static ValidatableResponse edit(String workspace, String id, Map<String, Object> wanted) {
        return Api.as(OWNER).body(wanted).put(SOURCE, workspace, id).then();
    }

    static JsonPath add(String workspace, String name) {
        return add(OWNER, workspace, name);
    }

    static JsonPath add(String owner, String workspace, String name) {
        return Api.as(owner)
                .body(Map.of("name", name))
                .post(SOURCES, workspace)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
