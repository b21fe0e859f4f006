package io.itinera.segmentation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags and lists by hand on the running service. */
@QuarkusTest
final class TagsRunningTest {
    @AutoClose private final Shop shop = new Shop();

    /** Reads of state are answered once the streams have found their partitions. */
    @BeforeEach
    void awaitStreams() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> shop.owner.ask().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void tagIsToldShownAndEndsByItself() {
        shop.wire.send(shop.track("Viewed"));
        shop.wire.await(shop.ann, any -> true);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Outcome tagged =
                new Outcome(
                        UUID.randomUUID().toString(),
                        shop.workspace,
                        shop.ann,
                        OutcomeName.TAG_ADDED,
                        Map.of("tag", "vip", "by", "aiko", "until", now.plusSeconds(3).toString()),
                        now,
                        null,
                        0,
                        Map.of());
        shop.wire.send(
                Topics.OUTCOMES,
                Keys.customer(shop.workspace, shop.ann),
                JsonCodec.of(Outcome.class).write(tagged));
        Activity told = shop.wire.await(shop.ann, it -> it.outcome() != null);
        Activity ended = shop.wire.await(shop.ann, it -> it.cause() == ActivityCause.time);

        assertEquals(
                List.of(List.of("tag.added"), List.of("tag.removed"), now.plusSeconds(3)),
                List.of(names(told), names(ended), ended.at()));
        shop.owner
                .ask()
                .get("/customers/" + shop.ann + "/timeline?kind=derived")
                .then()
                .statusCode(200)
                .body("items.name", contains("tag.removed"))
                .body("items.type", contains("derived"))
                .body("items.follows", contains(ended.id()));
    }

    @Test
    void listKeptByHandTagsWhomItNamesAndSaysWhomItDoesNotKnow() {
        shop.wire.send(shop.track("Viewed"));
        shop.wire.await(shop.ann, any -> true);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                shop.owner
                                        .ask()
                                        .contentType("text/csv")
                                        .body("ann,the first\n\n\"nobody\",\nan\n")
                                        .post("/tags/given?tag=guests")
                                        .then()
                                        .statusCode(200)
                                        .body("customers", equalTo(1))
                                        .body("unknown", contains("nobody", "an")));
        Activity told = shop.wire.await(shop.ann, it -> it.outcome() != null);
        assertEquals(List.of("guests"), told.profile().traits().get("tags"));
    }

    @Test
    void listOfNobodyOrWithoutATagIsRefused() {
        shop.owner
                .ask()
                .contentType("text/csv")
                .body("\n")
                .post("/tags/given?tag=guests")
                .then()
                .statusCode(422);
        shop.owner
                .ask()
                .contentType("text/csv")
                .body("ann")
                .post("/tags/taken")
                .then()
                .statusCode(400);
    }

    private static List<String> names(Activity activity) {
        return activity.derived().stream().map(Derived::name).toList();
    }
}
