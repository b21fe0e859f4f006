package io.itinera.gateway;

import static io.itinera.gateway.SourceDesk.OWNER;
import static io.itinera.gateway.SourceDesk.SOURCE;
import static io.itinera.gateway.SourceDesk.SOURCES;
import static io.itinera.gateway.SourceDesk.add;
import static io.itinera.gateway.SourceDesk.edit;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.Webhook;
import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.RealServers;
import io.itinera.kit.sealing.Sealing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class SourceRulesTest {
    @Inject SourceDesk sources;
    @Inject Sealing sealing;

    @Test
    void newSourceLetsInWhatTheDefaultsLetIn() {
        String workspace = Api.workspace(OWNER, "Defaults");
        String id = add(workspace, "Shop").getString("id");
        Source told = sources.told(workspace, id, _ -> true);
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

        Source told = sources.told(workspace, id, source -> source.name().equals("Renamed"));
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

        Webhook told = sources.told(workspace, id, source -> source.webhook() != null).webhook();
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
}
