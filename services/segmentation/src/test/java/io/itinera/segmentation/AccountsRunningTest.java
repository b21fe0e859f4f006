package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.ids.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Accounts and those who belong to them, on real Kafka. */
@QuarkusTest
final class AccountsRunningTest {
    private static final Condition PRO =
            new Condition.Account(
                    "plan",
                    new io.itinera.contracts.condition.Test.Equals(new Operand.Literal("pro")));

    @AutoClose private final Shop shop = new Shop();

    private final UUID acme = Ids.account(shop.workspace, "acme");
    private final UUID bob = shop.customer("user", "bob");

    @Test
    void whatOneMemberSaysOfTheAccountBringsTheOthersIn() {
        String segment = shop.owner.publish("on pro", PRO);
        shop.owner.awaitState(segment, "live");
        shop.wire.send(group("ann", Map.of("plan", "free")));
        shop.wire.send(group("bob", Map.of("plan", "pro")));
        Activity entered = shop.wire.await(shop.ann, it -> !it.entered().isEmpty());
        assertEquals(
                List.of(ActivityCause.account, segment),
                List.of(entered.cause(), entered.entered().getFirst().segment()));
        get("/segments/" + segment + "/members")
                .body("items.customer", containsInAnyOrder(shop.ann + "", bob + ""));
    }

    @Test
    void segmentOfAnAccountIsComputedOverEveryone() {
        shop.wire.send(group("ann", Map.of("plan", "pro")));
        eventually(() -> get("/accounts/" + acme).statusCode(200).body("members", equalTo(1)));
        String segment = shop.owner.publish("on pro", PRO);
        shop.owner.awaitState(segment, "live");
        get("/segments/" + segment + "/members").body("items.customer", contains(shop.ann + ""));
    }

    @Test
    void customerShowsTheirAccountsAndWhereTheirTraitsComeFrom() {
        Event said = group("ann", Map.of("name", "Acme", "seats", 40));
        shop.wire.send(said);
        eventually(
                () ->
                        get("/customers/" + shop.ann)
                                .statusCode(200)
                                .body("accounts.groupId", contains("acme"))
                                .body("accounts.name", contains("Acme"))
                                .body("accounts.current", contains(true))
                                .body("accounts[0].traits.seats.value", equalTo(40))
                                .body("accounts[0].traits.seats.source", equalTo(said.source()))
                                .body("profile.traits", equalTo(null)));
    }

    @Test
    void accountShowsItsTraitsAndItsMembersPageByPage() {
        shop.wire.send(group("ann", Map.of("name", "Acme")));
        shop.wire.send(group("bob", Map.of()));
        eventually(
                () ->
                        get("/accounts/" + acme)
                                .statusCode(200)
                                .body("groupId", equalTo("acme"))
                                .body("members", equalTo(2))
                                .body("traits.name.value", equalTo("Acme")));
        String first =
                get("/accounts/" + acme + "/members?limit=1")
                        .statusCode(200)
                        .body("items.size()", equalTo(1))
                        .extract()
                        .path("next");
        get("/accounts/" + acme + "/members?limit=1&after=" + first)
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items.customer", not(contains(first)));
        get("/accounts/" + acme + "/members")
                .body("items.userId", containsInAnyOrder("ann", "bob"));
    }

    @Test
    void accountsAreFoundByTheBeginningOfTheirIdOrName() {
        shop.wire.send(group("ann", Map.of("name", "Zebra Works")));
        eventually(() -> get("/accounts?query=zEb").body("items.groupId", contains("acme")));
        get("/accounts?query=AC").body("items.groupId", contains("acme"));
        get("/accounts?query=works").body("items", empty());
    }

    @Test
    void groupsOfOneIdAndTwoTypesAreTwoAccounts() {
        shop.wire.send(group("ann", Map.of("$group_type", "company"), Map.of("name", "Acme")));
        shop.wire.send(group("bob", Map.of("$group_type", "project"), Map.of("name", "Acme 2")));
        eventually(
                () ->
                        get("/accounts?query=acme")
                                .body("items.groupId", contains("acme", "acme"))
                                .body("items.groupType", containsInAnyOrder("company", "project")));
        eventually(
                () ->
                        get("/customers/" + shop.ann)
                                .body("accounts.groupType", contains("company"))
                                .body("accounts[0].traits.name.value", equalTo("Acme")));
        get("/accounts/" + acme).statusCode(404);
    }

    @Test
    void explanationShowsTheAccountsValueWithItsSourceAndTime() {
        Event said = group("ann", Map.of("plan", "pro"));
        shop.wire.send(said);
        eventually(
                () ->
                        shop.owner
                                .ask()
                                .contentType(ContentType.JSON)
                                .body(
                                        "{\"customer\":\"%s\",\"condition\":%s}"
                                                .formatted(shop.ann, Owner.json(PRO)))
                                .post("/conditions/explain")
                                .then()
                                .statusCode(200)
                                .body("tree.holds", equalTo(true))
                                .body("tree.value", equalTo("pro"))
                                .body("tree.said.source", equalTo(said.source())));
    }

    @Test
    void accountOfWhichNobodySpokeIsNotFound() {
        get("/accounts/" + acme).statusCode(404);
        get("/accounts/" + acme + "/members").statusCode(404);
    }

    private ValidatableResponse get(String path) {
        return shop.owner.ask().get(path).then();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private Event group(String user, Map<String, Object> traits) {
        return group(user, Map.of(), traits);
    }

    private Event group(String user, Map<String, Object> properties, Map<String, Object> traits) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Event(
                UUID.randomUUID().toString(),
                shop.workspace,
                EventType.group,
                "$group",
                null,
                user,
                null,
                "acme",
                Map.of(),
                properties,
                traits,
                Map.of(),
                now,
                now,
                UUID.randomUUID().toString(),
                false,
                Map.of());
    }
}
