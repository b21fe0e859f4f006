package io.itinera.collector;

import static io.itinera.collector.Shop.bytes;
import static io.itinera.collector.Shop.request;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google Analytics' requests, from pages and from servers. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class Ga4ClientsTest {
    private static final String ADDED =
            "{'type':'track','name':'Product Added','anonymousId':'ga4:123.456','userId':'u1',"
                    + "'properties':{'product_id':'SKU1','name':'Tee','price':4980,'quantity':1,"
                    + "'currency':'JPY','value':4980,'cart_id':'c1'},'context':{'library':"
                    + "{'name':'%s'},'sessionId':'9','page':{'url':'https://shop.example/tee','path':'/tee'}}}";

    @Inject Broker broker;
    @Inject Collector collector;

    private Shop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new Shop(broker, collector);
    }

    @Test
    void measurementProtocol() {
        request()
                .body(
                        bytes(
                                "{'client_id':'123.456','user_id':'u1','events':[{'name':'add_to_cart',"
                                        + "'params':{'currency':'JPY','value':4980,'cart_id':'c1',"
                                        + "'session_id':'9','page_location':'https://shop.example/tee',"
                                        + "'items':[{'item_id':'SKU1','item_name':'Tee','price':4980,"
                                        + "'quantity':1}]}}]}"))
                .post("/mp/collect?measurement_id=G-1&api_secret=" + shop.key())
                .then()
                .statusCode(204);
        shop.received(ADDED.formatted("measurement-protocol"));
    }

    @Test
    void measurementProtocolsValidatorKeepsNothing() {
        request()
                .body(bytes("{'client_id':'1.2','events':[{'name':'bad name'}]}"))
                .post("/debug/mp/collect?measurement_id=G-1&api_secret=" + shop.key())
                .then()
                .statusCode(200)
                .body("validationMessages.validationCode", hasItem("NAME_INVALID"))
                .body("validationMessages[0].fieldPath", equalTo("events[0].name"));
        request()
                .body(bytes("{'client_id':'1.2','events':[{'name':'good'}]}"))
                .post("/debug/mp/collect")
                .then()
                .body("validationMessages.size()", equalTo(0));
        shop.received();
    }

    @Test
    void validatorReadsABodyAtItsLimitAndNotOneByteMore() {
        String hit = "{'client_id':'1.2','events':[{'name':'good'}]}";
        int limit = 256 * 1024;
        for (int over : new int[] {0, 1}) {
            request()
                    .body(bytes(hit + " ".repeat(limit - hit.length() + over)))
                    .post("/debug/mp/collect")
                    .then()
                    .statusCode(over == 0 ? 200 : 413);
        }
    }

    @Test
    void gtagInTheAddress() {
        String hit =
                "/g/collect?v=2&tid=G-1&cid=123.456&uid=u1&sid=9&_p=7&_s=1&en=add_to_cart&cu=JPY"
                        + "&epn.value=4980&ep.cart_id=c1&dl=https%3A%2F%2Fshop.example%2Ftee"
                        + "&pr1=idSKU1~nmTee~pr4980~qt1";
        request().get("/g/" + shop.key() + hit).then().statusCode(204);
        request().get("/g/nobody" + hit).then().statusCode(401);
        request().get(hit).then().statusCode(401);
        shop.received(ADDED.formatted("gtag"));
    }

    @Test
    void gtagInLinesOfTheBody() {
        request()
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(
                        bytes(
                                "en=add_to_cart&cu=JPY&epn.value=4980&ep.cart_id=c1"
                                        + "&pr1=idSKU1~nmTee~pr4980~qt1\r\nen=scroll&epn.percent=90"))
                .post(
                        "/g/collect?v=2&tid=G-1&cid=123.456&uid=u1&sid=9&_p=7&_s=1"
                                + "&dl=https%3A%2F%2Fshop.example%2Ftee&ep.write_key="
                                + shop.key())
                .then()
                .statusCode(204);
        shop.received(
                ADDED.formatted("gtag"),
                "{'type':'track','name':'scroll','anonymousId':'ga4:123.456','userId':'u1',"
                        + "'properties':{'percent':90},'context':{'library':{'name':'gtag'},"
                        + "'sessionId':'9','page':{'url':'https://shop.example/tee','path':'/tee'}}}");
    }

    @Test
    void measurementIdIsTheKeyOfASourceThatHasIt() {
        request().get("/g/collect?cid=1.2&en=scroll&tid=" + shop.key()).then().statusCode(204);
        shop.received(
                "{'type':'track','name':'scroll','anonymousId':'ga4:1.2',"
                        + "'context':{'library':{'name':'gtag'}}}");
    }
}
