package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A tablet that two people use, on real Kafka. */
@QuarkusTest
final class IdentitiesTest {
    @AutoClose private final Shop shop = new Shop();

    private final UUID tablet = shop.customer("anonymous", "tablet");
    private final UUID ann = shop.customer("user", "ann");
    private final UUID bob = shop.customer("user", "bob");

    private Event viewed(String name) {
        return Wire.track(shop.workspace, "tablet", null, name, Map.of());
    }

    private Event login(String user) {
        return Wire.event(
                shop.workspace, EventType.identify, "tablet", user, null, "$identify", Map.of());
    }

    private void twoPeopleOnATablet() {
        shop.wire.sendTogether(
                List.of(
                        viewed("Before"),
                        login("ann"),
                        viewed("By Ann"),
                        login("bob"),
                        viewed("By Bob")));
        shop.wire.await(bob, it -> named(it, "By Bob"));
        shop.wire.await(ann, it -> named(it, "By Ann"));
    }

    private static boolean named(Activity it, String name) {
        return it.event() != null && it.event().name().equals(name);
    }

    private List<String> did(UUID customer) {
        return shop.wire.activities(customer).stream()
                .filter(it -> it.event() != null)
                .map(it -> it.event().name())
                .toList();
    }

    private ValidatableResponse identities(UUID customer) {
        return shop.owner
                .ask()
                .get("/customers/" + customer + "/identities")
                .then()
                .statusCode(200);
    }

    @Test
    void secondLoginOnADeviceSwitchesThePersonAndNeverMerges() {
        twoPeopleOnATablet();
        assertEquals(
                List.of(List.of("$identify", "By Ann"), List.of("$identify", "By Bob")),
                List.of(did(ann), did(bob)));
        assertEquals(
                0, shop.wire.activities(bob).stream().filter(it -> it.merge() != null).count());
    }

    @Test
    void ledgerTellsLinkMergeAndSwitchToBothWithTheirEvidence() {
        twoPeopleOnATablet();
        identities(ann)
                .body("ledger.kind", contains("linked", "merged", "switched"))
                .body("ledger.from", contains(tablet + "", tablet + "", ann + ""))
                .body("ledger.into", contains(ann + "", ann + "", bob + ""))
                .body("ledger.identity.value", contains("tablet", "tablet", "tablet"))
                .body("identities.kind", containsInAnyOrder("user", "anonymous"))
                .body("identities.value", containsInAnyOrder("ann", "tablet"));
        identities(bob)
                .body("ledger.kind", contains("switched"))
                .body("ledger.source", hasItem(equalTo(login("x").source())));
    }

    @Test
    void whoBecameAnotherIsAnsweredAsThatOther() {
        twoPeopleOnATablet();
        identities(tablet)
                .body("customer", equalTo(ann.toString()))
                .body("redirectedFrom", equalTo(tablet.toString()));
    }
}
