package io.itinera.collector;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.SeenStore;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.Identities;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of the events that came in, by their names. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class SeenEventsTest {
    @Inject Broker broker;
    @Inject WriteKeys keys;
    @Inject PlanTable plan;
    @Inject Pool pool;
    @Inject SeenStore store;

    private PlannedShop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new PlannedShop(broker);
    }

    @Test
    void whatComesInIsCountedByNameWithASample() {
        shop.define(keys, plan, PlanMode.warn);
        shop.post(
                CollectTest.batch(
                        CollectTest.track("m1"),
                        CollectTest.track("m2").replace("\"p1\"", "4711"),
                        "{\"type\":\"track\",\"event\":\"Product Added\"}",
                        "{\"type\":\"page\",\"userId\":\"u1\",\"name\":\"Home\"}",
                        "{\"type\":\"track\",\"userId\":\"u1\"}"));
        await().untilAsserted(
                        () ->
                                shop.person()
                                        .get("/plan/events")
                                        .then()
                                        .body(
                                                "items.name",
                                                equalTo(List.of("", "$page", "Product Added"))));
        shop.post(CollectTest.batch(CollectTest.track("m3")));
        await().untilAsserted(
                        () ->
                                shop.person()
                                        .get("/plan/events/Product Added")
                                        .then()
                                        .body("volume", equalTo(4))
                                        .body("accepted", equalTo(3))
                                        .body("warned", equalTo(1))
                                        .body("rejected", equalTo(1))
                                        .body("sample.messageId", equalTo("m3"))
                                        .body(
                                                "sources.source",
                                                equalTo(List.of(shop.source().id().toString())))
                                        .body("sources[0].accepted", equalTo(3)));
        shop.person()
                .get("/plan/events?query=page")
                .then()
                .body("items[0].planned", equalTo(false));
        shop.person()
                .get("/plan/events?planned=true")
                .then()
                .body("items.name", equalTo(List.of("Product Added")));
        shop.person()
                .get("/plan/events?planned=false")
                .then()
                .body("items.name", equalTo(List.of("", "$page")));
    }

    @Test
    void samplesAreForgottenWithTheirTimeAndNotBefore() {
        Instant limit = Instant.now().truncatedTo(ChronoUnit.DAYS);
        for (String name : List.of("at", "past")) {
            Instant sampled = name.equals("at") ? limit : limit.minusMillis(1);
            pool.preparedQuery(
                            """
                            insert into seen_event (workspace, name, source, first_seen, last_seen, accepted, warned,
                                rejected, sample, sampled_at) values ($1, $2, $3, $4, $4, 1, 0, 0, '{"a":1}', $4)
                            """)
                    .execute(
                            Tuple.of(
                                    shop.source().workspace(),
                                    name,
                                    shop.source().id(),
                                    sampled.atOffset(ZoneOffset.UTC)))
                    .await()
                    .indefinitely();
        }
        store.forgetSamples(limit).await().indefinitely();
        shop.person()
                .get("/plan/events")
                .then()
                .body("items.name", equalTo(List.of("at", "past")))
                .body("items[0].sample.a", equalTo(1))
                .body("items[1].sample", nullValue())
                .body("items[1].accepted", equalTo(1));
    }

    @Test
    void sampleOfSomebodyWhoWasErasedSinceIsNotShown() {
        shop.define(keys, plan, PlanMode.allow);
        shop.post(CollectTest.batch(CollectTest.track("m1")));
        String names = "/plan/events/Product Added";
        await().until(() -> shop.person().get(names).jsonPath().get("sample.messageId") != null);
        broker.suppress(shop.source().workspace(), Identities.USER, "u1");
        await().untilAsserted(
                        () ->
                                shop.person()
                                        .get(names)
                                        .then()
                                        .body("accepted", equalTo(1))
                                        .body("sample", nullValue())
                                        .body("sources[0].sample", nullValue()));
    }

    /** More than a page of others stands around it. */
    @Test
    void sampleOfSomebodyWhoIsErasedIsTakenOutOfTheDatabaseAndNobodyElses() {
        pool.preparedQuery(
                        """
                        insert into seen_event (workspace, name, source, first_seen, last_seen, accepted, warned, rejected,
                            sample, sampled_at)
                        select $1, 'n' || n, $2, now(), now(), 1, 0, 0, '{"userId":"u' || n || '"}', now()
                        from generate_series(1, 450) n
                        """)
                .execute(Tuple.of(shop.source().workspace(), shop.source().id()))
                .await()
                .indefinitely();
        broker.suppress(shop.source().workspace(), Identities.USER, "u333");
        await().until(() -> namesWithoutSample().equals(List.of("n333")));
    }

    private List<String> namesWithoutSample() {
        return pool.preparedQuery(
                        "select name from seen_event where workspace = $1 and sample is null")
                .execute(Tuple.of(shop.source().workspace()))
                .map(rows -> rows.stream().map(row -> row.getString("name")).toList())
                .await()
                .indefinitely();
    }

    @Test
    void namesBeyondTenThousandAreCountedTogether() {
        pool.preparedQuery(
                        """
                        insert into seen_event (workspace, name, source, first_seen, last_seen, accepted, warned, rejected)
                        select $1, 'n' || n, $2, now(), now(), 1, 0, 0 from generate_series(1, 9999) n
                        """)
                .execute(Tuple.of(shop.source().workspace(), shop.source().id()))
                .await()
                .indefinitely();
        shop.define(keys, plan, PlanMode.allow);
        shop.post(
                CollectTest.batch(
                        CollectTest.track("m1"), CollectTest.track("m2").replace("Added", "Lost")));
        await().untilAsserted(
                        () ->
                                shop.person()
                                        .get("/plan/events?query=product")
                                        .then()
                                        .body("items.accepted", equalTo(List.of(1))));
        shop.person().get("/plan/events/$other").then().body("accepted", equalTo(1));
    }
}
