package io.itinera.segmentation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.Rule;
import io.itinera.contracts.events.Event;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Segments and journeys on real Kafka and PostgreSQL. Each test has a workspace of its own. */
@QuarkusTest
final class PublishingTest {
    @AutoClose private final Shop shop = new Shop();

    @Test
    void segmentIsComputedOverEveryoneWhileEventsFlow() {
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, any -> true);
        String segment =
                shop.owner.publish(
                        "buyers", new Condition.Performed("Bought", Times.ONCE, null, null));
        UUID bob = shop.customer("user", "bob");
        shop.wire.send(Wire.track(shop.workspace, null, "bob", "Bought", Map.of()));
        shop.owner.awaitState(segment, "live");
        Activity backfilled = shop.wire.await(shop.ann, it -> it.cause() == ActivityCause.backfill);
        assertEquals(segment, backfilled.entered().getFirst().segment());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                shop.owner
                                        .ask()
                                        .get("/segments/" + segment + "/members")
                                        .then()
                                        .body(
                                                "items.customer",
                                                equalTo(
                                                        Stream.of(shop.ann, bob)
                                                                .map(UUID::toString)
                                                                .sorted()
                                                                .toList())));
    }

    @Test
    void windowThatEndsIsLeftByTheClock() {
        String segment =
                shop.owner.publish(
                        "active",
                        new Condition.Performed(
                                "Viewed",
                                Times.ONCE,
                                new Window.Last(Duration.ofSeconds(2)),
                                null));
        shop.owner.awaitState(segment, "live");
        Event event = shop.track("Viewed");
        shop.wire.send(event);
        Activity left = shop.wire.await(shop.ann, it -> !it.left().isEmpty());
        assertEquals(
                List.of(ActivityCause.time, event.occurredAt().plusSeconds(2), segment),
                List.of(left.cause(), left.at(), left.left().getFirst().segment()));
    }

    @Test
    void archivedSegmentIsLeftByEveryone() {
        String segment =
                shop.owner.publish(
                        "buyers", new Condition.Performed("Bought", Times.ONCE, null, null));
        shop.wire.send(shop.track("Bought"));
        shop.owner.awaitState(segment, "live");
        shop.wire.await(shop.ann, it -> !it.entered().isEmpty());
        shop.owner.ask().delete("/segments/" + segment).then().statusCode(204);
        Activity left = shop.wire.await(shop.ann, it -> !it.left().isEmpty());
        assertEquals(segment, left.left().getFirst().segment());
    }

    @Test
    void journeysAreAnsweredAndTheirHiddenSegmentsComputed() {
        shop.wire.send(shop.track("Bought"));
        shop.wire.await(shop.ann, any -> true);
        Condition bought =
                new Condition.Performed(
                        "Bought", Times.ONCE, new Window.Last(Duration.ofDays(30)), null);
        Condition ordered =
                new Condition.Performed(
                        "Ordered",
                        Times.ONCE,
                        new Window.Since(Window.Anchor.trigger),
                        new Condition.Property(
                                "cart",
                                new io.itinera.contracts.condition.Test.Equals(
                                        new Operand.TriggerProperty("cart"))));
        publishJourney(List.of(new Rule("bought", bought), new Rule("ordered", ordered)));
        shop.wire.await(
                Topics.SEGMENTS,
                8,
                it ->
                        it.partition() == 0
                                && new String(it.key(), StandardCharsets.UTF_8)
                                        .startsWith(
                                                shop.workspace
                                                        + "|"
                                                        + Conditions.hash(bought)
                                                        + "|1|"));
        shop.wire.send(Wire.track(shop.workspace, null, "ann", "Added", Map.of("cart", "c1")));
        Activity told = shop.wire.await(shop.ann, it -> !it.answers().isEmpty());
        assertEquals(
                List.of(Map.of(Conditions.hash(ordered), false), List.of(Conditions.hash(bought))),
                List.of(told.answers(), told.profile().segments()));
    }

    private void publishJourney(List<Rule> excludes) {
        UUID journey = UUID.randomUUID();
        JourneyPlan plan =
                new JourneyPlan(
                        "cart",
                        new Entry("Added", null, null, "cart", Entry.Reentry.always, null),
                        Map.of(),
                        excludes,
                        List.of(),
                        "end",
                        Map.of(),
                        Map.of(),
                        Map.of());
        JsonCodec<JourneysRecord> codec = JsonCodec.of(JourneysRecord.class);
        shop.wire.sendEverywhere(
                Topics.JOURNEYS,
                Keys.version(shop.workspace, journey, 1),
                codec.write(
                        new JourneyDefinition(
                                journey, 1, shop.workspace, Instant.now(), plan, Map.of())));
        shop.wire.sendEverywhere(
                Topics.JOURNEYS,
                Keys.head(shop.workspace, journey),
                codec.write(new JourneyHead(journey, shop.workspace, 1, JourneyState.live)));
    }
}
