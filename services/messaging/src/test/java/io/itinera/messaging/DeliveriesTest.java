package io.itinera.messaging;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.itinera.contracts.messages.Send;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class DeliveriesTest {
    @Inject Outside outside;

    private final Shop shop = Shop.fresh();

    @BeforeEach
    void shopIsKnown() {
        outside.mailServerBehaves();
        outside.publish(shop.settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/templates",
                "/templates/starters",
                "/catalogue/items",
                "/deliveries",
                "/consents?address=a@b.example"
            })
    void nothingIsAnsweredWithoutTheToken(String path) {
        given().get(path).then().statusCode(401);
    }

    @Test
    void deliveryShowsItsGatesAndWhatItSaid() {
        Send send = shop.sent(outside);
        shop.request()
                .get("/deliveries/" + send.key())
                .then()
                .body("state", equalTo("sent"))
                .body("to", equalTo(Shop.address(send)))
                .body("gates.gate", contains("calledBack", "address", "consent", "suppression"))
                .body("gates.verdict", everyItem(equalTo("passed")))
                .body("html", containsString("/public/unsubscribe/"))
                .body("trigger.name", equalTo("Product Added"));
        shop.request()
                .get("/deliveries?state=sent&customer=" + send.customer())
                .then()
                .body("items.key", contains(send.key().toString()));
        shop.request()
                .get("/deliveries?state=failed&journey=" + send.cause().journey())
                .then()
                .body("items", empty());
        shop.request().get("/deliveries?state=lost").then().statusCode(400);
    }

    @Test
    void nothingOfAnotherWorkspaceIsSeen() {
        Send send = shop.sent(outside);
        Shop other = Shop.fresh();
        shop.item("p1", "Teapot");
        other.request().get("/deliveries/" + send.key()).then().statusCode(404);
        other.request().get("/deliveries").then().body("items", empty());
        other.request().get("/templates/" + send.template()).then().statusCode(404);
        other.request().post("/templates/" + send.template() + "/publish").then().statusCode(404);
        other.request().get("/catalogue/items/p1").then().statusCode(404);
    }
}
