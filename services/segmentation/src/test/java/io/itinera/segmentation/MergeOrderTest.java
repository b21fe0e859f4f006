package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.topics.TopicNames;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Strangers who fill a cart and give their name as they buy, on real Kafka. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
final class MergeOrderTest {
    private static final int STRANGERS = 50;
    private static final String ADDED = "Product Added";
    private static final String BOUGHT = "Order Completed";

    @Inject TopicNames names;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final String workspace = UUID.randomUUID().toString();

    @Test
    void strangersPastIsToldBeforeWhatTheyBuyWithTheirName() {
        try (Wire wire = new Wire(servers, names)) {
            List<Event> batch = new ArrayList<>();
            for (int i = 0; i < STRANGERS; i++) {
                batch.add(Wire.track(workspace, "d" + i, null, ADDED, Map.of()));
                batch.add(identify("d" + i, "u" + i));
                batch.add(Wire.track(workspace, "d" + i, "u" + i, BOUGHT, Map.of()));
            }
            wire.sendTogether(batch);
            for (int i = 0; i < STRANGERS; i++) {
                UUID user = Ids.customer(workspace, "user", "u" + i);
                Merge merge = new Merge(Ids.customer(workspace, "anonymous", "d" + i), user);
                wire.await(user, it -> isOf(it, BOUGHT));
                assertEquals(
                        List.of(merge.toString(), "$identify", BOUGHT),
                        wire.activities(user).stream().map(MergeOrderTest::line).toList());
            }
        }
    }

    @Test
    void deviceThatBeginsWithItsUsersNameIsTheirsWithoutAMerge() {
        try (Wire wire = new Wire(servers, names)) {
            UUID user = Ids.customer(workspace, "user", "ann");
            wire.send(Wire.track(workspace, "d", "ann", BOUGHT, Map.of()));
            wire.send(Wire.track(workspace, "d", null, ADDED, Map.of()));
            wire.await(user, it -> isOf(it, ADDED));
            assertEquals(
                    List.of(
                            List.of(ActivityCause.event + BOUGHT + user),
                            List.of(ActivityCause.event + ADDED + user)),
                    wire.activities(user).stream()
                            .map(it -> List.of(it.cause() + line(it) + it.origin()))
                            .toList());
        }
    }

    private Event identify(String device, String user) {
        return Wire.event(workspace, EventType.identify, device, user, null, "$identify", Map.of());
    }

    private static boolean isOf(Activity it, String name) {
        return it.event() != null && it.event().name().equals(name);
    }

    private static String line(Activity it) {
        return it.merge() == null ? it.event().name() : it.merge().toString();
    }
}
