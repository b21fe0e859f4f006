package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.segmentation.domain.customer.Travels;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What journeys tell, on the running service: segments, explanation, preview, timeline. */
@QuarkusTest
final class JourneysRunningTest {
    private static final UUID RUN = Travels.run(1);
    private static final Condition INSIDE =
            new Condition.Journey(Travels.JOURNEY, Condition.Journey.State.in);

    @AutoClose private final Shop shop = new Shop();

    @Test
    void segmentFollowsARunAndSaysWhy() {
        String segment = shop.owner.publish("inside", INSIDE);
        shop.owner.awaitState(segment, "live");
        shop.wire.send(shop.track("Viewed"));
        shop.wire.await(shop.ann, any -> true);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Activity began = told(Travels.entered(shop.ann, RUN, now));
        shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body(
                        "{\"customer\":\"%s\",\"condition\":%s}"
                                .formatted(shop.ann, Owner.json(INSIDE)))
                .post("/conditions/explain")
                .then()
                .statusCode(200)
                .body("tree.holds", equalTo(true))
                .body("tree.events.id", contains(RUN.toString()))
                .body("tree.events.at", contains(now.toString()));
        shop.owner
                .ask()
                .contentType(ContentType.JSON)
                .body("{\"condition\":" + Owner.json(INSIDE) + "}")
                .post("/segments/preview")
                .then()
                .statusCode(200)
                .body("size.estimate", equalTo(1));
        Outcome over =
                Travels.left(shop.ann, shop.ann, RUN, now, now.plusMillis(5), WayOut.finished);
        Activity ended = told(over);

        assertEquals(
                List.of(List.of(segment), List.of(segment)),
                List.of(segments(began.entered()), segments(ended.left())));
        shop.owner
                .ask()
                .get("/customers/" + shop.ann)
                .then()
                .body("journeys.journey", contains(Travels.JOURNEY.toString()))
                .body("journeys.in", contains(false))
                .body("journeys.finished", contains(1))
                .body("journeys[0].runs.way", contains("finished"));
        shop.owner
                .ask()
                .get("/customers/" + shop.ann + "/timeline?kind=outcome")
                .then()
                .body("items.name", contains("$journey_left", "$journey_entered"))
                .body("items.cause.enrollment", contains(RUN.toString(), RUN.toString()));
    }

    @Test
    void seventeenthInARowIsPutAside() {
        Outcome first = Travels.entered(shop.ann, RUN, Instant.now());
        send(Travels.after(Outcome.MAX_HOPS, first));
        String key = Keys.customer(shop.workspace, shop.ann);
        Quarantined put =
                JsonCodec.of(Quarantined.class)
                        .read(
                                shop.wire
                                        .await(
                                                Topics.QUARANTINE,
                                                1,
                                                it ->
                                                        new String(it.key(), StandardCharsets.UTF_8)
                                                                .equals(key))
                                        .getFirst()
                                        .value());
        assertEquals("too_many_hops", put.reason());
    }

    /** What an outcome made of Ann. */
    private Activity told(Outcome outcome) {
        send(outcome);
        return shop.wire.await(
                shop.ann, it -> it.outcome() != null && it.outcome().id().equals(outcome.id()));
    }

    private void send(Outcome outcome) {
        shop.wire.send(
                Topics.OUTCOMES,
                Keys.customer(shop.workspace, shop.ann),
                JsonCodec.of(Outcome.class).write(Travels.in(shop.workspace, outcome)));
    }

    private static List<String> segments(List<MembershipChange> changes) {
        return changes.stream().map(MembershipChange::segment).toList();
    }
}
