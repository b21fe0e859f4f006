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
import io.itinera.kit.ids.Ids;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segments and journeys on real Kafka and PostgreSQL. Each test has a workspace of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
final class PublishingTest {
    @Inject TopicNames names;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final String workspace = UUID.randomUUID().toString();
    private final UUID ann = Ids.customer(workspace, "user", "ann");
    private final Owner owner = new Owner(workspace);
    private Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(servers, names);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private Event track(String name) {
        return Wire.track(workspace, null, "ann", name, Map.of());
    }

    @Test
    void segmentIsComputedOverEveryoneWhileEventsFlow() {
        wire.send(track("Bought"));
        wire.await(ann, any -> true);
        String segment =
                owner.publish("buyers", new Condition.Performed("Bought", Times.ONCE, null, null));
        UUID bob = Ids.customer(workspace, "user", "bob");
        wire.send(Wire.track(workspace, null, "bob", "Bought", Map.of()));
        owner.awaitState(segment, "live");
        Activity backfilled = wire.await(ann, it -> it.cause() == ActivityCause.backfill);
        assertEquals(segment, backfilled.entered().getFirst().segment());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                owner.ask()
                                        .get("/segments/" + segment + "/members")
                                        .then()
                                        .body(
                                                "items.customer",
                                                equalTo(
                                                        Stream.of(ann, bob)
                                                                .map(UUID::toString)
                                                                .sorted()
                                                                .toList())));
    }

    @Test
    void windowThatEndsIsLeftByTheClock() {
        String segment =
                owner.publish(
                        "active",
                        new Condition.Performed(
                                "Viewed",
                                Times.ONCE,
                                new Window.Last(Duration.ofSeconds(2)),
                                null));
        owner.awaitState(segment, "live");
        Event event = track("Viewed");
        wire.send(event);
        Activity left = wire.await(ann, it -> !it.left().isEmpty());
        assertEquals(
                List.of(ActivityCause.time, event.occurredAt().plusSeconds(2), segment),
                List.of(left.cause(), left.at(), left.left().getFirst().segment()));
    }

    @Test
    void archivedSegmentIsLeftByEveryone() {
        String segment =
                owner.publish("buyers", new Condition.Performed("Bought", Times.ONCE, null, null));
        wire.send(track("Bought"));
        owner.awaitState(segment, "live");
        wire.await(ann, it -> !it.entered().isEmpty());
        owner.ask().delete("/segments/" + segment).then().statusCode(204);
        Activity left = wire.await(ann, it -> !it.left().isEmpty());
        assertEquals(segment, left.left().getFirst().segment());
    }

    @Test
    void journeysAreAnsweredAndTheirHiddenSegmentsComputed() {
        wire.send(track("Bought"));
        wire.await(ann, any -> true);
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
        wire.await(
                Topics.SEGMENTS,
                8,
                it ->
                        it.partition() == 0
                                && new String(it.key(), StandardCharsets.UTF_8)
                                        .startsWith(
                                                workspace + "|" + Conditions.hash(bought) + "|1|"));
        wire.send(Wire.track(workspace, null, "ann", "Added", Map.of("cart", "c1")));
        Activity told = wire.await(ann, it -> !it.answers().isEmpty());
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
        wire.sendEverywhere(
                Topics.JOURNEYS,
                Keys.version(workspace, journey, 1),
                codec.write(
                        new JourneyDefinition(
                                journey, 1, workspace, Instant.now(), plan, Map.of())));
        wire.sendEverywhere(
                Topics.JOURNEYS,
                Keys.head(workspace, journey),
                codec.write(new JourneyHead(journey, workspace, 1, JourneyState.live)));
    }
}
