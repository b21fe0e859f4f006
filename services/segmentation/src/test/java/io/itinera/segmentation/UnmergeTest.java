package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Merges that a person asks for and undoes, over HTTP and on real Kafka. */
@QuarkusTest
final class UnmergeTest {
    @AutoClose private final Shop shop = new Shop();

    private final UUID device = shop.customer("anonymous", "d");
    private final UUID ann = shop.customer("user", "ann");
    private final UUID bob = shop.customer("user", "bob");

    private Event did(String name, String deviceId, String user) {
        return Wire.track(shop.workspace, deviceId, user, name, Map.of());
    }

    private static boolean named(Activity it, String name) {
        return it.event() != null && it.event().name().equals(name);
    }

    private ValidatableResponse get(UUID customer, String what) {
        return shop.owner.ask().get("/customers/" + customer + what).then().statusCode(200);
    }

    private ValidatableResponse merge(UUID one, UUID other) {
        return shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body("{\"customer\":\"" + other + "\"}")
                .post("/customers/" + one + "/merges")
                .then();
    }

    private ValidatableResponse undo(UUID customer, UUID from) {
        return shop.owner.ask().post("/customers/" + customer + "/merges/" + from + "/undo").then();
    }

    private void awaitThat(Runnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(holds::run);
    }

    private void loginOnADeviceWithAPast() {
        shop.wire.sendTogether(
                List.of(
                        did("Before", "d", null),
                        Wire.event(
                                shop.workspace,
                                EventType.identify,
                                "d",
                                "ann",
                                null,
                                "$identify",
                                Map.of("plan", "gold")),
                        did("Meanwhile", "d", null)));
        shop.wire.await(ann, it -> named(it, "Meanwhile"));
    }

    @Test
    void undoneMergeGivesTheDeviceItsEventsBackAndNoLoginMergesThemAgain() {
        loginOnADeviceWithAPast();
        undo(ann, device).statusCode(202).body("into", equalTo(ann.toString()));
        awaitThat(() -> get(device, "").body("id", equalTo(device.toString())));
        get(device, "/timeline").body("items.name", containsInAnyOrder("Meanwhile", "Before"));
        get(ann, "/timeline").body("items.name", contains("$identify"));
        get(ann, "/identities").body("ledger.kind", hasItem("unmerged"));
        awaitThat(this::deviceIsNobodys);
        shop.wire.send(did("Again", "d", "ann"));
        shop.wire.await(ann, it -> named(it, "Again"));
        get(device, "").body("id", equalTo(device.toString()));
        get(device, "/timeline").body("items.name", not(hasItem("Again")));
    }

    /** Its partition hears of it a moment later than those who were merged. */
    private void deviceIsNobodys() {
        shop.wire.send(did("Alone", "d", null));
        assertTrue(shop.wire.activities(device).stream().anyMatch(it -> named(it, "Alone")));
    }

    @Test
    void bothAreAskedAgainWithTheCauseUnmerge() {
        Condition before =
                new Condition.Performed(
                        "Before", new io.itinera.contracts.condition.Times(1, null), null, null);
        String segment = shop.owner.publish("Did it before", before);
        shop.owner.awaitState(segment, "live");
        loginOnADeviceWithAPast();
        undo(ann, device).statusCode(202);
        Activity left = shop.wire.await(ann, it -> it.cause() == ActivityCause.unmerge);
        Activity entered = shop.wire.await(device, it -> it.cause() == ActivityCause.unmerge);
        assertEquals(
                List.of(segment, segment),
                List.of(left.left().getFirst().segment(), entered.entered().getFirst().segment()));
    }

    @Test
    void personMergesTwoUsersAndPartsThem() {
        shop.wire.sendTogether(List.of(did("By Ann", null, "ann"), did("By Bob", null, "bob")));
        shop.wire.await(ann, it -> named(it, "By Ann"));
        shop.wire.await(bob, it -> named(it, "By Bob"));
        UUID into = ann.compareTo(bob) < 0 ? ann : bob;
        UUID from = into.equals(ann) ? bob : ann;
        merge(ann, bob)
                .statusCode(202)
                .body("into", equalTo(into.toString()))
                .body("from", equalTo(from.toString()));
        awaitThat(() -> get(from, "").body("id", equalTo(into.toString())));
        awaitThat(() -> get(into, "/identities").body("ledger.kind", hasItem("merged")));
        merge(bob, ann).statusCode(409).body("detail", containsString("one customer already"));
        undo(into, from).statusCode(202);
        awaitThat(() -> get(from, "").body("id", equalTo(from.toString())));
        get(ann, "/timeline").body("items.name", contains("By Ann"));
        get(bob, "/timeline").body("items.name", contains("By Bob"));
    }

    @Test
    void whoIsThemselvesCannotBePartedAndStrangersCannotBeMerged() {
        shop.wire.sendTogether(List.of(did("One", "d", null), did("Two", "e", null)));
        UUID other = shop.customer("anonymous", "e");
        shop.wire.await(device, it -> named(it, "One"));
        shop.wire.await(other, it -> named(it, "Two"));
        undo(device, device).statusCode(409).body("detail", containsString("is themselves"));
        merge(device, other).statusCode(409).body("detail", containsString("user id"));
        merge(device, UUID.randomUUID()).statusCode(404);
    }
}
