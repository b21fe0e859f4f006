package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see of presets and mappings before they use them. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class HookDryRunTest {
    @Test
    void presetsAreListedWithTheirMappingsAndExamples() {
        asked().get("/webhooks/presets")
                .then()
                .statusCode(200)
                .body(
                        "items.preset",
                        contains(
                                "stripe",
                                "shopify",
                                "hubspot",
                                "zendesk",
                                "sendgrid",
                                "twilio",
                                "line",
                                "hmac",
                                "none"))
                .body("items[0].signature", equalTo("Stripe-Signature"))
                .body("items[4].secret", equalTo("publicKey"))
                .body("items[6].mapping", containsString("webhookEventId"))
                .body("items[5].examples[0].body", startsWith("ToCountry=US"));
    }

    @Test
    void mappingIsTriedWithoutBeingKept() {
        tried(
                        Map.of(
                                "preset",
                                "none",
                                "mapping",
                                "[{'type':'track','event':'E','userId':id}, {'type':'track'}]"
                                        .replace('\'', '"'),
                                "body",
                                "{\"id\":\"u-1\"}"))
                .statusCode(200)
                .body("outcome", equalTo("events"))
                .body("events.size()", equalTo(1))
                .body("events[0].name", equalTo("E"))
                .body("events[0].userId", equalTo("u-1"))
                .body("refused[0].index", equalTo(1))
                .body("refused[0].reason", equalTo("no_event_name"))
                .body("$", not(hasKey("error")));
    }

    @Test
    void triedMappingThatIsWrongSaysWhere() {
        tried(
                        Map.of(
                                "preset", "stripe",
                                "mapping", "{\n  \"event\": name @ 1\n}",
                                "body", "{}"))
                .statusCode(200)
                .body("outcome", equalTo("failed"))
                .body("error.line", equalTo(2));
        tried(Map.of("preset", "stripe", "body", "{\"type\":\"x\",\"data\":{}}"))
                .statusCode(200)
                .body("outcome", equalTo("ignored"));
        tried(Map.of("preset", "acme", "body", "{}"))
                .statusCode(422)
                .body("flaws.path", contains("/preset"));
    }

    private static ValidatableResponse tried(Map<String, String> mapping) {
        return asked().body(mapping).post("/webhooks/dry-run").then();
    }

    private static RequestSpecification asked() {
        return given().header("Authorization", TestTokens.bearer("ws-hooks", "collector"))
                .contentType("application/json");
    }
}
