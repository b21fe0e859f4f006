package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Cause;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.trace.Traces;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The service on real Kafka and PostgreSQL. Each test has a workspace of its own. */
@QuarkusTest
final class SegmentationTest {
    @AutoClose private final Shop shop = new Shop();

    @Test
    void eventBecomesOneActivityWithTheProfileAfterIt() {
        Event event =
                Wire.event(
                        shop.workspace,
                        EventType.identify,
                        null,
                        "ann",
                        null,
                        "$identify",
                        Map.of("plan", "gold"));
        shop.wire.send(event);
        Activity told = shop.wire.await(shop.ann, any -> true);
        assertEquals(
                List.of(event.id(), Map.of("plan", "gold"), Map.of("user", "ann")),
                List.of(told.event().id(), told.profile().traits(), told.profile().identities()));
    }

    @Test
    void sameEventTwiceIsOneActivity() {
        Event event = shop.track("Viewed");
        shop.wire.send(event);
        shop.wire.send(event);
        Event later = shop.track("Viewed");
        shop.wire.send(later);
        shop.wire.await(shop.ann, it -> it.event() != null && it.event().id().equals(later.id()));
        assertEquals(
                List.of(event.id(), later.id()),
                shop.wire.activities(shop.ann).stream().map(it -> it.event().id()).toList());
    }

    @Test
    void poisonGoesToQuarantineAndTheStreamGoesOn() {
        String key = Keys.identity(shop.workspace, "user", "ann");
        shop.wire.send(Topics.EVENTS, key, "{\"kind\":\"event\"".getBytes(StandardCharsets.UTF_8));
        shop.wire.send(shop.track("Viewed"));
        shop.wire.await(shop.ann, any -> true);
        JsonCodec<Quarantined> codec = JsonCodec.of(Quarantined.class);
        Quarantined put =
                codec.read(
                        shop.wire
                                .await(
                                        Topics.QUARANTINE,
                                        1,
                                        it ->
                                                new String(it.key(), StandardCharsets.UTF_8)
                                                        .equals(key))
                                .getFirst()
                                .value());
        assertEquals(
                List.of("segmentation", shop.names.of(Topics.EVENTS), "not_json"),
                List.of(put.service(), put.topic(), put.reason()));
    }

    @Test
    void traceOfTheEventGoesOnWithItsActivity() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Event event = shop.track("Viewed");
        shop.wire.send(
                Topics.EVENTS,
                Keys.identity(shop.workspace, "user", "ann"),
                JsonCodec.of(EventsRecord.class).write(event),
                Traces.HEADER,
                trace);
        assertEquals(
                trace,
                new String(
                        shop.wire.headersOf(event.id()).lastHeader(Traces.HEADER).value(),
                        StandardCharsets.UTF_8));
    }

    @Test
    void reportsOfLagBecomeWatermarksOnActivityAndAreShown() {
        UUID source = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        EventsRecord report =
                new LagReport(
                        shop.workspace, source, now.minusSeconds(60), now, Map.of(7, 3L), null);
        shop.wire.sendEverywhere(
                Topics.EVENTS,
                Keys.head(shop.workspace, source),
                JsonCodec.of(EventsRecord.class).write(report));

        JsonCodec<ActivityRecord> activity = JsonCodec.of(ActivityRecord.class);
        List<Boolean> behind =
                shop
                        .wire
                        .await(
                                Topics.ACTIVITY,
                                8,
                                it ->
                                        activity.read(it.value()) instanceof ActivityTick tick
                                                && tick.watermarks().containsKey(source.toString()))
                        .stream()
                        .map(it -> (ActivityTick) activity.read(it.value()))
                        .map(it -> isAMinuteBehind(it.watermarks().get(source.toString()), it))
                        .distinct()
                        .toList();
        SourceLag shown =
                JsonCodec.of(SourceLag.class)
                        .read(
                                shop.wire
                                        .await(
                                                Topics.SOURCES,
                                                1,
                                                it ->
                                                        new String(it.key(), StandardCharsets.UTF_8)
                                                                .equals(
                                                                        Keys.sourceLag(
                                                                                shop.workspace,
                                                                                source)))
                                        .getFirst()
                                        .value());
        assertEquals(
                List.of(List.of(true), 3L, 7L, 7L),
                List.of(behind, shown.events(), shown.p50Ms(), shown.p99Ms()));
    }

    private static boolean isAMinuteBehind(Instant watermark, ActivityTick tick) {
        Instant bound = tick.at().minusSeconds(60);
        return !watermark.isAfter(bound) && watermark.isAfter(bound.minusSeconds(10));
    }

    @Test
    void outcomeTwiceIsOneActivity() {
        UUID journey = UUID.randomUUID();
        Cause cause = new Cause(journey, 1, UUID.randomUUID(), "mail", 1, UUID.randomUUID());
        Outcome outcome =
                new Outcome(
                        "o1",
                        shop.workspace,
                        shop.ann,
                        OutcomeName.MESSAGE_SENT,
                        Map.of(),
                        Instant.now(),
                        cause,
                        1,
                        Map.of());
        byte[] value = JsonCodec.of(Outcome.class).write(outcome);
        shop.wire.send(Topics.OUTCOMES, Keys.customer(shop.workspace, shop.ann), value);
        shop.wire.send(Topics.OUTCOMES, Keys.customer(shop.workspace, shop.ann), value);
        shop.wire.send(shop.track("Viewed"));
        shop.wire.await(shop.ann, it -> it.cause() == ActivityCause.event);
        shop.wire.await(shop.ann, it -> it.cause() == ActivityCause.outcome);
        assertEquals(
                1L,
                shop.wire.activities(shop.ann).stream()
                        .filter(it -> it.cause() == ActivityCause.outcome)
                        .count());
    }

    @Test
    void anonymousPastIsTheUsersAfterTheFirstIdentify() {
        UUID device = shop.customer("anonymous", "d1");
        shop.wire.send(Wire.track(shop.workspace, "d1", null, "Viewed", Map.of("sku", "a")));
        shop.wire.await(device, any -> true);
        shop.wire.send(
                Wire.event(
                        shop.workspace,
                        EventType.identify,
                        "d1",
                        "ann",
                        null,
                        "$identify",
                        Map.of()));
        Merge merge = new Merge(device, shop.ann);
        shop.wire.await(device, it -> merge.equals(it.merge()));
        shop.wire.await(shop.ann, it -> merge.equals(it.merge()));
        shop.owner
                .ask()
                .get("/customers/" + device + "/timeline")
                .then()
                .statusCode(200)
                .body("items.name", contains("$identify", "Viewed"));
        shop.owner
                .ask()
                .get("/customers/" + device)
                .then()
                .body("id", equalTo(shop.ann.toString()))
                .body("redirectedFrom", equalTo(device.toString()))
                .body("events", equalTo(2));
        shop.owner
                .ask()
                .get("/customers?query=d1")
                .then()
                .body("items.id", contains(shop.ann.toString()));
    }

    @Test
    void aliasHandsTheOldDevicesPastOver() {
        UUID device = shop.customer("anonymous", "old");
        shop.wire.send(Wire.track(shop.workspace, "old", null, "Viewed", Map.of()));
        shop.wire.await(device, any -> true);
        shop.wire.send(
                Wire.event(
                        shop.workspace, EventType.alias, null, "ann", "old", "$alias", Map.of()));
        shop.wire.await(shop.ann, it -> new Merge(device, shop.ann).equals(it.merge()));
        shop.owner
                .ask()
                .get("/customers/" + shop.ann + "/timeline")
                .then()
                .body("items.name", contains("$alias", "Viewed"));
    }
}
