package io.itinera.messaging.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemsTest {
    private static final String PLACEHOLDER = "https://mail.example/placeholder.png";
    private static final CatalogueItem TEAPOT =
            new CatalogueItem(
                    "p1",
                    Map.of(
                            "name", "Teapot",
                            "url", "https://shop.example/p1",
                            "image_url", "https://shop.example/p1.jpg",
                            "price", 40));

    @Test
    void catalogueFillsInWhatTheEventDidNotSay() {
        assertEquals(
                Map.of(
                        "product_id", "p1",
                        "price", 35,
                        "name", "Teapot",
                        "url", "https://shop.example/p1",
                        "image_url", "https://shop.example/p1.jpg"),
                resolved(Map.of("product_id", "p1", "price", 35, "name", " ")));
    }

    @Test
    void unknownItemHasItsIdForANameAndThePlainPicture() {
        assertEquals(
                Map.of("product_id", "p9", "name", "p9", "image_url", PLACEHOLDER),
                resolved(Map.of("product_id", "p9")));
    }

    @Test
    void addressesThatABrowserMustNotFollowAreLeftOut() {
        assertEquals(
                Map.of("name", "Cup", "image_url", PLACEHOLDER),
                resolved(
                        Map.of(
                                "name", "Cup",
                                "url", "javascript:alert(1)",
                                "image_url", "file:///etc/passwd")));
    }

    @Test
    void idsAreTextOrNumberAndNoMoreThanTheLimit() {
        List<Map<String, Object>> many =
                IntStream.range(0, Items.MAX_LOOKUPS + 1)
                        .mapToObj(i -> Map.<String, Object>of("product_id", i))
                        .toList();
        assertEquals(Items.MAX_LOOKUPS, Items.ids(Map.of("cart", many)).size());
    }

    private static Object resolved(Map<String, Object> item) {
        Object cart =
                Items.resolve(Map.of("cart", List.of(item)), Map.of("p1", TEAPOT), PLACEHOLDER)
                        .get("cart");
        return ((List<?>) cart).getFirst();
    }
}
