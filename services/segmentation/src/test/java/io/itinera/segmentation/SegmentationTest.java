package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Cause;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.trace.Traces;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on real Kafka and PostgreSQL. Each test has a workspace of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
final class SegmentationTest {
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
    void eventBecomesOneActivityWithTheProfileAfterIt() {
        Event event =
                Wire.event(
                        workspace,
                        EventType.identify,
                        null,
                        "ann",
                        null,
                        "$identify",
                        Map.of("plan", "gold"));
        wire.send(event);
        Activity told = wire.await(ann, any -> true);
        assertEquals(
                List.of(event.id(), Map.of("plan", "gold"), Map.of("user", "ann")),
                List.of(told.event().id(), told.profile().traits(), told.profile().identities()));
    }

    @Test
    void sameEventTwiceIsOneActivity() {
        Event event = track("Viewed");
        wire.send(event);
        wire.send(event);
        Event later = track("Viewed");
        wire.send(later);
        wire.await(ann, it -> it.event() != null && it.event().id().equals(later.id()));
        assertEquals(
                List.of(event.id(), later.id()),
                wire.activities(ann).stream().map(it -> it.event().id()).toList());
    }

    @Test
    void poisonGoesToQuarantineAndTheStreamGoesOn() {
        String key = Keys.identity(workspace, "user", "ann");
        wire.send(Topics.EVENTS, key, "{\"kind\":\"event\"".getBytes(StandardCharsets.UTF_8));
        wire.send(track("Viewed"));
        wire.await(ann, any -> true);
        JsonCodec<Quarantined> codec = JsonCodec.of(Quarantined.class);
        Quarantined put =
                codec.read(
                        wire.await(
                                        Topics.QUARANTINE,
                                        1,
                                        it ->
                                                new String(it.key(), StandardCharsets.UTF_8)
                                                        .equals(key))
                                .getFirst()
                                .value());
        assertEquals(
                List.of("segmentation", names.of(Topics.EVENTS), "not_json"),
                List.of(put.service(), put.topic(), put.reason()));
    }

    @Test
    void traceOfTheEventGoesOnWithItsActivity() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Event event = track("Viewed");
        wire.send(
                Topics.EVENTS,
                Keys.identity(workspace, "user", "ann"),
                JsonCodec.of(io.itinera.contracts.events.EventsRecord.class).write(event),
                Traces.HEADER,
                trace);
        assertEquals(
                trace,
                new String(
                        wire.headersOf(event.id()).lastHeader(Traces.HEADER).value(),
                        StandardCharsets.UTF_8));
    }

    @Test
    void outcomeTwiceIsOneActivity() {
        UUID journey = UUID.randomUUID();
        Cause cause = new Cause(journey, 1, UUID.randomUUID(), "mail", 1, UUID.randomUUID());
        Outcome outcome =
                new Outcome(
                        "o1",
                        workspace,
                        ann,
                        OutcomeName.MESSAGE_SENT,
                        Map.of(),
                        Instant.now(),
                        cause,
                        1,
                        Map.of());
        byte[] value = JsonCodec.of(Outcome.class).write(outcome);
        wire.send(Topics.OUTCOMES, Keys.customer(workspace, ann), value);
        wire.send(Topics.OUTCOMES, Keys.customer(workspace, ann), value);
        wire.send(track("Viewed"));
        wire.await(ann, it -> it.cause() == ActivityCause.event);
        wire.await(ann, it -> it.cause() == ActivityCause.outcome);
        assertEquals(
                1L,
                wire.activities(ann).stream()
                        .filter(it -> it.cause() == ActivityCause.outcome)
                        .count());
    }

    @Test
    void anonymousPastIsTheUsersAfterTheFirstIdentify() {
        UUID device = Ids.customer(workspace, "anonymous", "d1");
        wire.send(Wire.track(workspace, "d1", null, "Viewed", Map.of("sku", "a")));
        wire.await(device, any -> true);
        wire.send(
                Wire.event(
                        workspace, EventType.identify, "d1", "ann", null, "$identify", Map.of()));
        Merge merge = new Merge(device, ann);
        wire.await(device, it -> merge.equals(it.merge()));
        wire.await(ann, it -> merge.equals(it.merge()));
        owner.ask()
                .get("/customers/" + device + "/timeline")
                .then()
                .statusCode(200)
                .body("items.name", contains("$identify", "Viewed"));
        owner.ask()
                .get("/customers/" + device)
                .then()
                .body("id", equalTo(ann.toString()))
                .body("redirectedFrom", equalTo(device.toString()))
                .body("events", equalTo(2));
        owner.ask().get("/customers?query=d1").then().body("items.id", contains(ann.toString()));
    }

    @Test
    void aliasHandsTheOldDevicesPastOver() {
        UUID device = Ids.customer(workspace, "anonymous", "old");
        wire.send(Wire.track(workspace, "old", null, "Viewed", Map.of()));
        wire.await(device, any -> true);
        wire.send(Wire.event(workspace, EventType.alias, null, "ann", "old", "$alias", Map.of()));
        wire.await(ann, it -> new Merge(device, ann).equals(it.merge()));
        owner.ask()
                .get("/customers/" + ann + "/timeline")
                .then()
                .body("items.name", contains("$alias", "Viewed"));
    }
}
