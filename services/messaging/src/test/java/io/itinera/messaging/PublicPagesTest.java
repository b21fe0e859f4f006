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

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.records.JsonCodec;
import io.itinera.messaging.letters.Links;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class PublicPagesTest {
    private static final JsonCodec<Outcome> OUTCOMES = JsonCodec.of(Outcome.class);

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

    /** Mail programs post more than once, and from several mails to one address. */
    @RepeatedTest(3)
    void oneClickOfSeveralMailsAtTheSameMomentIsTakenEachTimeAndToldOnce() throws Exception {
        Send first = shop.sent(outside);
        Send second = shop.otherRun(first.template(), first.customer());
        outside.ask(second);
        await("sent").until(() -> shop.state(second).equals("sent"));
        List<IntSupplier> clicks =
                Stream.of(first, second, first, second, first, second)
                        .<IntSupplier>map(send -> () -> oneClick(send))
                        .toList();
        assertEquals(Collections.nCopies(clicks.size(), 200), Together.call(clicks));
        Send next = shop.send(first.template(), first.customer());
        outside.ask(next);
        List<Outcome> told =
                outside.told(
                        Topics.OUTCOMES,
                        Keys.customer(first.workspace(), first.customer()),
                        OUTCOMES,
                        all -> all.stream().anyMatch(PublicPagesTest::isSuppressed));
        assertEquals(
                1, told.stream().filter(it -> it.name() == OutcomeName.CONSENT_CHANGED).count());
    }

    private int oneClick(Send send) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(unsubscribe(send))
                .statusCode();
    }

    private static boolean isSuppressed(Outcome outcome) {
        return outcome.name() == OutcomeName.MESSAGE_SUPPRESSED;
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
