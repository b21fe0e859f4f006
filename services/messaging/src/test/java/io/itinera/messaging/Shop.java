package io.itinera.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.itinera.contracts.Cause;
import io.itinera.contracts.Channel;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import io.itinera.kit.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One workspace of a test's own, with what its journeys would ask for.
 *
 * @param id the workspace
 */
record Shop(String id) {
    static Shop fresh() {
        return new Shop(UUID.randomUUID().toString());
    }

    Workspace settings() {
        return new Workspace(
                id, "The Shop", ZoneOffset.UTC, "en", "Shop <hello@shop.example>", Map.of());
    }

    RequestSpecification request() {
        return given().header("Authorization", TestTokens.bearer(id, "messaging"))
                .contentType("application/json");
    }

    /** A published template from the starter. */
    UUID template() {
        String template =
                request()
                        .body(Map.of("starter", "cart-drop", "name", "Cart", "locale", "en"))
                        .post("/templates")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        request().post("/templates/" + template + "/publish").then().statusCode(200);
        return UUID.fromString(template);
    }

    /** An item of the catalogue. */
    void item(String item, String name) {
        request()
                .body(List.of(Map.of("id", item, "name", name)))
                .put("/catalogue/items")
                .then()
                .statusCode(200)
                .body("stored", equalTo(1));
    }

    /** A send that has left. */
    Send sent(Outside outside) {
        Send send = send(template());
        outside.ask(send);
        await("sent").until(() -> state(send).equals("sent"));
        return send;
    }

    /** What became of a send so far. */
    String state(Send send) {
        return String.valueOf(delivery(send).getString("state"));
    }

    /** All that is known of a send, as soon as it is known. */
    JsonPath delivery(Send send) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> request().get("/deliveries/" + send.key()),
                        answer -> answer.statusCode() == 200)
                .jsonPath();
    }

    /** A send to a customer of its own. */
    Send send(UUID template) {
        return send(template, UUID.randomUUID());
    }

    /** A send to a customer, in the run that all sends but those of other runs have in common. */
    Send send(UUID template, UUID customer) {
        return send(template, customer, new UUID(7, 2));
    }

    /** A send to a customer, in a run of a journey of its own. */
    Send otherRun(UUID template, UUID customer) {
        return send(template, customer, UUID.randomUUID());
    }

    private Send send(UUID template, UUID customer, UUID enrollment) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Profile profile =
                new Profile(
                        Map.of("user", "u1", "email", customer + "@example.com"),
                        Map.of("firstName", "Mira"),
                        List.of(),
                        Map.of("email", new Consent(true, now.minusSeconds(60))));
        return new Send(
                UUID.randomUUID(),
                id,
                customer,
                customer,
                new Cause(new UUID(7, 1), 3, enrollment, "remind", 2, null),
                Channel.EMAIL,
                template,
                new Trigger("e1", "Product Added", Map.of("cart_id", "c1"), now),
                Map.of("cart", List.of(Map.of("product_id", "p1", "quantity", 2))),
                profile,
                now,
                0,
                Map.of());
    }

    /** The same with another name for the customer, another item in the cart and another node. */
    static Send renamed(Send send, String firstName, String item, String node) {
        Cause cause = send.cause();
        Profile profile = send.profile();
        return new Send(
                send.key(),
                send.workspace(),
                send.customer(),
                send.origin(),
                new Cause(
                        cause.journey(),
                        cause.version(),
                        cause.enrollment(),
                        node,
                        cause.visit(),
                        null),
                send.channel(),
                send.template(),
                send.trigger(),
                Map.of("cart", List.of(Map.of("product_id", item, "name", item))),
                new Profile(
                        profile.identities(),
                        Map.of("firstName", firstName),
                        List.of(),
                        profile.consents()),
                send.requestedAt(),
                send.hops(),
                Map.of());
    }

    static CallBack callBack(Send send) {
        return new CallBack(
                send.key(),
                send.workspace(),
                send.customer(),
                send.origin(),
                send.cause(),
                "excluded:ordered",
                Instant.now());
    }

    static String address(Send send) {
        return send.profile().identities().get("email");
    }
}
