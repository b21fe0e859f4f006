package io.itinera.collector.hooks.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    @Test
    void mappingsReadNoProofsAndNoAddresses() {
        Map<String, String> headers = new HashMap<>();
        for (String name :
                List.of(
                        "Authorization",
                        "Cookie",
                        "X-Shopify-Hmac-SHA256",
                        "X-Line-Signature",
                        "X-Gitlab-Token",
                        "X-Api-Key",
                        "X-Forwarded-For",
                        "Forwarded",
                        "X-Real-Ip",
                        "X-Shopify-Topic")) {
            headers.put(name, "it");
        }
        assertEquals(Map.of("x-shopify-topic", "it"), new Delivery("POST", "", headers).open());
    }

    @Test
    void headersAreFoundHoweverTheyAreWritten() {
        Delivery delivery = new Delivery("POST", "", Map.of("X-Topic", "orders"));
        assertEquals("orders", delivery.header("x-tOPIC"));
    }

    @Test
    void formIsOneWhateverItsCharset() {
        assertEquals(
                List.of(true, false, false),
                List.of(
                        form("application/x-www-form-urlencoded; charset=UTF-8"),
                        form("application/json"),
                        new Delivery("POST", "", Map.of()).isForm()));
    }

    private static boolean form(String type) {
        return new Delivery("POST", "", Map.of("Content-Type", type)).isForm();
    }
}
