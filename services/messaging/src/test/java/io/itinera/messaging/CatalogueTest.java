package io.itinera.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class CatalogueTest {
    /** Rest-assured does not know the type, which is text. */
    private static final RestAssuredConfig NDJSON =
            RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @Inject Outside outside;

    private final Shop shop = Shop.fresh();

    @BeforeEach
    void shopIsKnown() {
        outside.mailServerBehaves();
        outside.publish(shop.settings());
    }

    @Test
    void itemsAreTakenAsAnArrayAndOneByLine() {
        shop.item("p1", "Teapot");
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
}
