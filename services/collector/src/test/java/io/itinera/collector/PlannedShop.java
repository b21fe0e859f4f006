package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A source of a workspace that plans its events. */
final class PlannedShop {
    static final String CART =
            "{\"description\":\"Into the cart\",\"schema\":{\"required\":[\"product_id\"],"
                    + "\"properties\":{\"product_id\":{\"type\":\"string\"}}}}";

    private final Broker broker;
    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    /** Open once its plan can be asked for. */
    PlannedShop(Broker broker) {
        this.broker = broker;
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> person().get("/plan/events").statusCode() == 200);
    }

    Source source() {
        return source;
    }

    /** Defines one event, and waits until the source knows what to do with what is not that. */
    void define(WriteKeys keys, PlanTable plan, PlanMode mode) {
        put("Product Added", CART).then().statusCode(200);
        Source planned = Broker.planned(source, mode);
        broker.publish(planned);
        await().until(() -> keys.source(key).filter(it -> it.rules().plan() == mode).isPresent());
        await().until(() -> plan.foresees(source.workspace(), "Product Added"));
    }

    Response put(String name, String body) {
        return person().contentType(ContentType.JSON).body(body).put("/plan/events/{name}", name);
    }

    Response post(String batch) {
        return given().auth().preemptive().basic(key, "").body(batch).post("/v1/batch");
    }

    String token() {
        return TestTokens.bearer(source.workspace(), "collector");
    }

    RequestSpecification person() {
        return given().header("Authorization", token());
    }
}
