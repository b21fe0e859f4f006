package io.itinera.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.messages.Send;
import io.itinera.messaging.letters.Links;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class PublicPagesTest {
    @Inject Outside outside;
    @Inject Links links;

    private final Shop shop = Shop.fresh();

    @BeforeEach
    void shopIsKnown() {
        outside.mailServerBehaves();
        outside.publish(shop.settings());
    }

    @ParameterizedTest
    @CsvSource({
        "en,'Yes, unsubscribe me'",
        "ja,配信を停止します",
        "zh-TW,是，取消訂閱",
        "fr,'Yes, unsubscribe me'"
    })
    void unsubscribePageAsksInTheReadersLanguageAndChangesNothing(String language, String button) {
        Send send = shop.sent(outside);
        given().header("Accept-Language", language)
                .get(unsubscribe(send))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString(button))
                .body(containsString("The Shop"));
        shop.request().get("/consents?address=" + Shop.address(send)).then().body("items", empty());
    }

    @Test
    void unsubscribingTwiceIsUnsubscribingOnce() {
        Send send = shop.sent(outside);
        given().post(unsubscribe(send)).then().statusCode(200);
        String first = at(send);
        given().post(unsubscribe(send)).then().statusCode(200);
        assertEquals(first, at(send));
    }

    @Test
    void clickLeadsToTheShopAndIsCounted() {
        Send send = shop.sent(outside);
        String click = path(links.click(send.key(), "https://shop.example/ü?a=1"));
        given().redirects()
                .follow(false)
                .get(click)
                .then()
                .statusCode(302)
                .header("Location", equalTo("https://shop.example/%C3%BC?a=1"));
        given().redirects().follow(false).head(click).then().statusCode(302);
        await("counted")
                .until(
                        () ->
                                shop.request()
                                                .get("/deliveries/" + send.key())
                                                .jsonPath()
                                                .getInt("clicks")
                                        == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/click/aHR0cHM6Ly9ldmlsLmV4YW1wbGU",
                "/public/unsubscribe/nothing",
                "/public/click/https:%2F%2Fevil.example"
            })
    void forgedLinkLeadsNowhere(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(404)
                .header("Location", nullValue());
    }

    @Test
    void placeholderIsAPicture() {
        given().get("/public/pictures/placeholder.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", notNullValue());
    }

    private String at(Send send) {
        return shop.request()
                .get("/consents?address=" + Shop.address(send))
                .jsonPath()
                .getString("items[0].at");
    }

    private String unsubscribe(Send send) {
        return path(links.unsubscribe(send.key()));
    }

    private static String path(String url) {
        return url.substring("https://mail.example".length());
    }
}
