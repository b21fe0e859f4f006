package io.itinera.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.messages.Send;
import io.itinera.messaging.letters.Links;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class RoutesTest {
    /** Rest-assured does not know the type, which is text. */
    private static final RestAssuredConfig NDJSON =
            RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @Inject Outside outside;
    @Inject Links links;

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

    @ParameterizedTest
    @CsvSource({"en,Back to the shop", "ja,お店に戻る", "zh-TW,返回商店", "fr,Back to the shop"})
    void starterSpeaksTheLanguageThatIsAskedFor(String locale, String button) {
        String id =
                shop.request()
                        .body(Map.of("starter", "cart-drop", "name", "Cart", "locale", locale))
                        .post("/templates")
                        .then()
                        .statusCode(201)
                        .body("version", equalTo(0))
                        .extract()
                        .path("id");
        shop.request()
                .get("/templates/" + id)
                .then()
                .body("html", containsString(button))
                .body("html", not(containsString("[[")))
                .body("text", not(containsString("[[")))
                .body("flaws", empty());
    }

    @Test
    void startersAreListedInTheLanguageThatIsAskedFor() {
        shop.request()
                .get("/templates/starters?locale=ja")
                .then()
                .body("items[0].key", equalTo("cart-drop"))
                .body("items[0].title", equalTo("カートに残った商品"));
    }

    @Test
    void draftIsPublishedAndChangedWithoutChangingWhatWasPublished() {
        UUID id = shop.template();
        edit(id, 1, "<p>new</p>").statusCode(200).body("revision", equalTo(2));
        shop.request()
                .get("/templates/" + id)
                .then()
                .body("version", equalTo(1))
                .body("unpublishedChanges", equalTo(true))
                .body("published.version", contains(1))
                .body("published[0].by", equalTo("tester"));
        shop.request()
                .post("/templates/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void draftThatSomebodyElseChangedIsNotOverwritten() {
        UUID id = shop.template();
        edit(id, 1, "<p>mine</p>").statusCode(200);
        edit(id, 1, "<p>theirs</p>").statusCode(409).body("type", containsString("stale"));
        shop.request().get("/templates/" + id).then().body("html", equalTo("<p>mine</p>"));
    }

    @Test
    void templateWithFlawsIsSavedAndNotPublished() {
        UUID id = shop.template();
        edit(id, 1, "{% include 'x' %}").statusCode(200).body("flaws.path", contains("/html"));
        shop.request()
                .post("/templates/" + id + "/publish")
                .then()
                .statusCode(422)
                .body("flaws[0].message", containsString("include"));
    }

    @Test
    void previewShowsTheCustomerTheirCartAndTheAuthorTheirMistakes() {
        item("p1", "Teapot");
        shop.request()
                .body(
                        Map.of(
                                "subject", "For {{ customer.firstName }}, {{ customer.id }}",
                                "html", "{% for i in cart %}{{ i.name }}{% endfor %}",
                                "text", "{{ nonsense",
                                "profile",
                                        Map.of("id", "c-1", "traits", Map.of("firstName", "Mira")),
                                "collections", Map.of("cart", List.of(Map.of("product_id", "p1")))))
                .post("/templates/preview")
                .then()
                .statusCode(200)
                .body("subject", equalTo("For Mira, c-1"))
                .body("html", equalTo("Teapot"))
                .body("flaws.path", contains("/text"));
    }

    @Test
    void listsArePaged() {
        shop.template();
        shop.template();
        String next =
                shop.request()
                        .get("/templates?limit=1")
                        .then()
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        shop.request()
                .get("/templates?limit=1&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        shop.request().get("/templates?limit=201").then().statusCode(400);
        shop.request().get("/templates?limit=200").then().statusCode(200);
    }

    @Test
    void itemsAreTakenAsAnArrayAndOneByLine() {
        item("p1", "Teapot");
        shop.request()
                .config(NDJSON)
                .contentType("application/x-ndjson")
                .body("{\"id\":\"p2\",\"name\":\"Cup\"}\n{\"id\":\"p2\",\"name\":\"Mug\"}\n")
                .put("/catalogue/items")
                .then()
                .statusCode(200)
                .body("stored", equalTo(1));
        shop.request().get("/catalogue/items").then().body("items.name", contains("Teapot", "Mug"));
        shop.request().get("/catalogue/items?query=mug").then().body("items.id", contains("p2"));
        shop.request().delete("/catalogue/items/p2").then().statusCode(204);
        shop.request().get("/catalogue/items/p2").then().statusCode(404);
        shop.request().delete("/catalogue/items/p2").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "[{\"name\":\"x\"}] | 400",
                "[{\"id\":\"p\",\"url\":\"javascript:alert(1)\"}] | 400",
                "[1] | 400",
                "[{\"id\": | 400",
            })
    void itemsThatMakeNoSenseChangeNothing(String body, int status) {
        shop.request().body(body).put("/catalogue/items").then().statusCode(status);
        shop.request().get("/catalogue/items").then().body("items", empty());
    }

    @Test
    void asManyItemsAsTheLimitAreTakenAndOneMoreIsNot() {
        Map<String, String> item = Map.of("id", "p1", "name", "Teapot");
        shop.request()
                .body(Collections.nCopies(1_000, item))
                .put("/catalogue/items")
                .then()
                .statusCode(200);
        shop.request()
                .body(Collections.nCopies(1_001, item))
                .put("/catalogue/items")
                .then()
                .statusCode(413);
    }

    @Test
    void consentIsKnownByTheAddressWhateverItsCase() {
        shop.request()
                .body(Map.of("channel", "email", "address", "Mira@Example.com", "granted", true))
                .put("/consents")
                .then()
                .statusCode(200)
                .body("granted", equalTo(true));
        shop.request()
                .get("/consents?address=mira@example.com")
                .then()
                .body("items.granted", contains(true));
        shop.request()
                .body(Map.of("channel", "email", "address", "Mira@Example.com"))
                .put("/consents")
                .then()
                .statusCode(400)
                .body("flaws.path", contains("/granted"));
    }

    @Test
    void characterThatNoColumnTakesIsAFlawAndChangesNothing() {
        String nul = "a\u0000b";
        shop.request()
                .body(Map.of("name", nul))
                .post("/templates")
                .then()
                .statusCode(400)
                .body("flaws.path", contains("/name"));
        shop.request()
                .body(Map.of("name", "Cart", "html", nul))
                .post("/templates")
                .then()
                .statusCode(400)
                .body("flaws.path", contains("/html"));
        shop.request()
                .body(List.of(Map.of("id", "p1", "sizes", List.of(Map.of("name", nul)))))
                .put("/catalogue/items")
                .then()
                .statusCode(400)
                .body("flaws.path", contains("/0/sizes"));
        asWritten().get("/catalogue/items?query=a%00").then().statusCode(400);
        asWritten().get("/catalogue/items?after=a%00").then().statusCode(400);
        asWritten().get("/catalogue/items/a%00").then().statusCode(404);
        asWritten().delete("/catalogue/items/a%00").then().statusCode(404);
        shop.request().get("/catalogue/items").then().body("items", empty());
    }

    private RequestSpecification asWritten() {
        return shop.request().urlEncodingEnabled(false);
    }

    @RepeatedTest(4)
    void firstAnswersForAnAddressAtTheSameMomentAreAllTaken() throws Exception {
        Map<String, Object> no =
                Map.of("channel", "email", "address", "mira@example.com", "granted", false);
        int callers = 8;
        CyclicBarrier together = new CyclicBarrier(callers);
        Callable<Integer> answer =
                () -> {
                    RequestSpecification request = shop.request().body(no);
                    together.await();
                    return request.put("/consents").statusCode();
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(Collections.nCopies(callers, answer))) {
                statuses.add(done.get());
            }
            assertEquals(Collections.nCopies(callers, 200), statuses);
        }
    }

    @Test
    void deliveryShowsItsGatesAndWhatItSaid() {
        Send send = sent();
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
        Send send = sent();
        Shop other = Shop.fresh();
        item("p1", "Teapot");
        other.request().get("/deliveries/" + send.key()).then().statusCode(404);
        other.request().get("/deliveries").then().body("items", empty());
        other.request().get("/templates/" + send.template()).then().statusCode(404);
        other.request().post("/templates/" + send.template() + "/publish").then().statusCode(404);
        other.request().get("/catalogue/items/p1").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "en,'Yes, unsubscribe me'",
        "ja,配信を停止します",
        "zh-TW,是，取消訂閱",
        "fr,'Yes, unsubscribe me'"
    })
    void unsubscribePageAsksInTheReadersLanguageAndChangesNothing(String language, String button) {
        Send send = sent();
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
        Send send = sent();
        given().post(unsubscribe(send)).then().statusCode(200);
        String first = at(send);
        given().post(unsubscribe(send)).then().statusCode(200);
        assertEquals(first, at(send));
    }

    @Test
    void clickLeadsToTheShopAndIsCounted() {
        Send send = sent();
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

    private Send sent() {
        Send send = shop.send(shop.template());
        outside.ask(send);
        await("sent")
                .until(
                        () ->
                                "sent"
                                        .equals(
                                                shop.request()
                                                        .get("/deliveries/" + send.key())
                                                        .jsonPath()
                                                        .getString("state")));
        return send;
    }

    private void item(String id, String name) {
        shop.request()
                .body(List.of(Map.of("id", id, "name", name)))
                .put("/catalogue/items")
                .then()
                .statusCode(200)
                .body("stored", equalTo(1));
    }

    private ValidatableResponse edit(UUID id, int revision, String html) {
        return shop.request()
                .body(
                        Map.of(
                                "revision", revision,
                                "name", "Cart",
                                "subject", "s",
                                "html", html,
                                "text", "t"))
                .put("/templates/" + id)
                .then();
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
