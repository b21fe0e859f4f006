package io.itinera.messaging;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class StarterTest {
    private static final Map<String, Object> CUP =
            Map.of("name", "Cup", "price", 12.5, "currency", "USD", "quantity", 2);
    private static final Map<String, Object> TEAPOT =
            Map.of(
                    "name", "Teapot",
                    "price", 48,
                    "currency", "USD",
                    "url", "https://shop.example/teapot");

    @Inject Outside outside;

    private final Shop shop = Shop.fresh();

    @BeforeEach
    void shopIsKnown() {
        outside.publish(shop.settings());
    }

    @Test
    void itemWithoutALinkLeadsWhereTheButtonDoes() {
        preview(Map.of("cart_id", "c1"), List.of(CUP, TEAPOT))
                .body("subject", equalTo("Mira, you left something in your cart"))
                .body("html", containsString(linked("Cup", "https://shop.example/teapot")))
                .body("html", containsString("class=\"button\" href=\"https://shop.example/teapot"))
                .body("html", allOf(containsString(">$12.50</td>"), containsString("× 2")))
                .body("text", containsString("- Cup × 2: $12.50\n- Teapot: $48.00"));
    }

    @Test
    void cartsOwnAddressComesFirst() {
        preview(Map.of("cart_url", "https://shop.example/cart"), List.of(CUP, TEAPOT))
                .body("html", containsString(linked("Cup", "https://shop.example/cart")))
                .body("html", containsString(linked("Teapot", "https://shop.example/teapot")))
                .body("html", containsString("class=\"button\" href=\"https://shop.example/cart"))
                .body("text", containsString("Back to the shop: https://shop.example/cart"));
    }

    @Test
    void withoutAnyAddressNothingIsALinkButTheWayOut() {
        preview(Map.of("cart_url", "javascript:alert(1)"), List.of(CUP))
                .body("html", not(containsString("javascript")))
                .body("html", not(containsString("Back to the shop")))
                .body("html", not(containsString("href=\"\"")))
                .body("html", containsString("href=\"#unsubscribe\""))
                .body("text", not(containsString("Back to the shop")));
    }

    private static String linked(String name, String address) {
        return "<a href=\""
                + address
                + "\" style=\"color:#1c1e20;text-decoration:none\">"
                + name
                + "</a>";
    }

    private ValidatableResponse preview(
            Map<String, Object> properties, List<Map<String, Object>> cart) {
        JsonPath starter = shop.request().get("/templates/" + shop.template()).jsonPath();
        Map<String, Object> request = new HashMap<>();
        for (String part : List.of("subject", "html", "text")) {
            request.put(part, starter.getString(part));
        }
        request.put("profile", Map.of("traits", Map.of("name", "Mira")));
        request.put("trigger", Map.of("name", "Product Added", "properties", properties));
        request.put("collections", Map.of("cart", cart));
        return shop.request()
                .body(request)
                .post("/templates/preview")
                .then()
                .statusCode(200)
                .body("flaws", empty());
    }
}
