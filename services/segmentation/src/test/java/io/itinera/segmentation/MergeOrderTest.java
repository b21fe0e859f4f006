package io.itinera.segmentation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Strangers who fill a cart and give their name as they buy, on real Kafka. */
@QuarkusTest
final class MergeOrderTest {
    private static final int STRANGERS = 50;
    private static final int HEAVY = 200;
    private static final String ADDED = "Product Added";
    private static final String BOUGHT = "Order Completed";

    @AutoClose private final Shop shop = new Shop();

    @Test
    void strangersPastIsToldBeforeWhatTheyBuyWithTheirName() {
        List<Event> batch = new ArrayList<>();
        for (int i = 0; i < STRANGERS; i++) {
            batch.add(Wire.track(shop.workspace, "d" + i, null, ADDED, Map.of()));
            batch.add(identify("d" + i, "u" + i));
            batch.add(Wire.track(shop.workspace, "d" + i, "u" + i, BOUGHT, Map.of()));
        }
        shop.wire.sendTogether(batch);
        for (int i = 0; i < STRANGERS; i++) {
            UUID user = shop.customer("user", "u" + i);
            Merge merge = new Merge(shop.customer("anonymous", "d" + i), user);
            shop.wire.await(user, it -> isOf(it, BOUGHT));
            assertEquals(
                    List.of(merge.toString(), "$identify", BOUGHT),
                    shop.wire.activities(user).stream().map(MergeOrderTest::line).toList());
        }
    }

    /** Six megabytes, where a broker takes one in a record. */
    @Test
    void heavyPastMovesInRecordsThatAnyBrokerTakes() {
        List<Event> past = new ArrayList<>();
        for (int i = 0; i < HEAVY; i++) {
            Map<String, Object> body = Map.of("note", "x".repeat(30_000));
            past.add(Wire.track(shop.workspace, "heavy", null, ADDED, body));
        }
        shop.wire.sendTogether(past);
        shop.wire.send(identify("heavy", "ann"));
        shop.wire.send(Wire.track(shop.workspace, "heavy", "ann", BOUGHT, Map.of()));
        shop.wire.await(shop.ann, it -> isOf(it, BOUGHT));
        UUID device = shop.customer("anonymous", "heavy");
        assertEquals(
                List.of(new Merge(device, shop.ann).toString(), "$identify", BOUGHT),
                shop.wire.activities(shop.ann).stream().map(MergeOrderTest::line).toList());
        shop.owner
                .ask()
                .get("/customers/" + device)
                .then()
                .statusCode(200)
                .body("id", equalTo(shop.ann.toString()))
                .body("events", equalTo(HEAVY + 2));
    }

    @Test
    void deviceThatBeginsWithItsUsersNameIsTheirsWithoutAMerge() {
        UUID user = shop.customer("user", "ann");
        shop.wire.send(Wire.track(shop.workspace, "d", "ann", BOUGHT, Map.of()));
        shop.wire.send(Wire.track(shop.workspace, "d", null, ADDED, Map.of()));
        shop.wire.await(user, it -> isOf(it, ADDED));
        assertEquals(
                List.of(
                        List.of(ActivityCause.event + BOUGHT + user),
                        List.of(ActivityCause.event + ADDED + user)),
                shop.wire.activities(user).stream()
                        .map(it -> List.of(it.cause() + line(it) + it.origin()))
                        .toList());
    }

    private Event identify(String device, String user) {
        return Wire.event(
                shop.workspace, EventType.identify, device, user, null, "$identify", Map.of());
    }

    private static boolean isOf(Activity it, String name) {
        return it.event() != null && it.event().name().equals(name);
    }

    private static String line(Activity it) {
        return it.merge() == null ? it.event().name() : it.merge().toString();
    }
}
