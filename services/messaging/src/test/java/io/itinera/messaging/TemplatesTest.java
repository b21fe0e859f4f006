package io.itinera.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class TemplatesTest {
    @Inject Outside outside;

    private final Shop shop = Shop.fresh();

    @BeforeEach
    void shopIsKnown() {
        outside.mailServerBehaves();
        outside.publish(shop.settings());
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
        shop.item("p1", "Teapot");
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
}
