package io.itinera.loadtests;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way on which a shop's events come that is no tracking library: each with its own source. */
enum Feed {
    /** The requests of Google's tag, a copy of which comes to the collector. */
    GTAG(101_000) {
        @Override
        void tell(Shop shop, List<Shopper> shoppers) throws IOException, InterruptedException {
            for (Shopper one : shoppers) {
                String all =
                        "/g/%s/g/collect?v=2&tid=G-ABC123&_p=%s&cid=%s&uid=%s&sid=1700000000&ul=ja-jp&cu=JPY"
                                .formatted(shop.writeKey(), one.number(), one.client(), one.name());
                String page = "&dl=https%3A%2F%2Fshop.example%2Frain-coat&dt=Rain%20coat";
                String item = "&pr1=idrain-coat~nmRain%20coat~caCoats~pr18800~qt1";
                shop.post(all + page + "&_s=1&en=add_to_cart&epn.value=18800" + item, "");
                if (one.buys()) {
                    String viewed = "en=page_view&_s=2" + page;
                    String bought = "en=purchase&_s=3&epn.value=18800" + item;
                    String order = "&ep.transaction_id=" + one.name();
                    shop.post(all, viewed + "\r\n" + bought + order);
                }
            }
        }
    },

    /** Google's Measurement Protocol, which a shop's server speaks. */
    MEASUREMENT_PROTOCOL(102_000) {
        @Override
        void tell(Shop shop, List<Shopper> shoppers) throws IOException, InterruptedException {
            String path = "/mp/collect?measurement_id=G-ABC123&api_secret=" + shop.writeKey();
            for (Shopper one : shoppers) {
                shop.post(path, hit(one, "add_to_cart", ""));
                if (one.buys()) {
                    String order = "\"transaction_id\": \"%s\",".formatted(one.name());
                    shop.post(path, hit(one, "purchase", order));
                }
            }
        }

        private static String hit(Shopper one, String event, String order) {
            return """
                {"client_id": "%s", "user_id": "%s", "timestamp_micros": "%d000",
                 "events": [{"name": "%s", "params": {%s "currency": "JPY", "value": 18800,
                   "session_id": "1700000000", "engagement_time_msec": 100,
                   "items": [{"item_id": "rain-coat", "item_name": "Rain coat", "price": 18800, "quantity": 1}]}}]}
                """
                    .formatted(
                            one.client(), one.name(), Instant.now().toEpochMilli(), event, order);
        }
    },

    /** A file of calls, imported as live. */
    FILE(103_000) {
        @Override
        void tell(Shop shop, List<Shopper> shoppers) throws IOException, InterruptedException {
            String added =
                    """
                    "event": "Product Added", "properties": {"cart_id": "%1$s", "product_id": "rain-coat", "price": 18800}
                    """;
            String bought =
                    """
                    "event": "Order Completed", "properties": {"cart_id": "%1$s", "order_id": "%1$s", "total": 18800}
                    """;
            shop.importLive(
                    Map.of("format", "ndjson"),
                    rows(shoppers, one -> row(one, added), one -> row(one, bought)));
        }

        private static String row(Shopper one, String call) {
            return """
                {"type": "track", "userId": "%1$s", "timestamp": "%2$s", %3$s}
                """
                    .formatted(one.name(), Instant.now(), call.formatted(one.name()));
        }
    },

    /** Google Analytics' export of a day, imported as live. */
    EXPORT(104_000) {
        @Override
        void tell(Shop shop, List<Shopper> shoppers) throws IOException, InterruptedException {
            shop.importLive(
                    Map.of("format", "ndjson", "preset", "ga4-export"),
                    rows(
                            shoppers,
                            one -> row(one, "add_to_cart", "(not set)"),
                            one -> row(one, "purchase", one.name())));
        }

        private static String row(Shopper one, String event, String order) {
            return """
                {"event_timestamp": "%d000", "event_name": "%s", "user_pseudo_id": "%s", "user_id": "%s",
                 "event_params": [{"key": "currency", "value": {"string_value": "JPY"}}],
                 "ecommerce": {"transaction_id": "%s", "purchase_revenue": 18800},
                 "items": [{"item_id": "rain-coat", "item_name": "Rain coat", "price": 18800.0, "quantity": "1"}]}
                """
                    .formatted(
                            Instant.now().toEpochMilli(), event, one.client(), one.name(), order);
        }
    };

    private static final int SHOPPERS = 3;

    /** Where the numbers of its shoppers begin, so that no two feeds have the same. */
    private final int numbersFrom;

    Feed(int numbersFrom) {
        this.numbersFrom = numbersFrom;
    }

    /**
     * Somebody who puts a coat into their cart.
     *
     * @param name the shop's own id of them
     * @param number tells them from others
     * @param buys whether they buy it at once; the last of each feed does
     */
    record Shopper(String name, int number, boolean buys) {
        /** Google Analytics' id of their browser, two numbers with a dot between them. */
        String client() {
            return number + ".1700000000";
        }

        String address() {
            return name + "@bench.example";
        }
    }

    private interface Told {
        String by(Shopper shopper);
    }

    /** Tells that each of them put a coat into the cart, and that the buyers bought it. */
    abstract void tell(Shop shop, List<Shopper> shoppers) throws IOException, InterruptedException;

    List<Shopper> shoppers() {
        return Stream.iterate(1, n -> n <= SHOPPERS, n -> n + 1)
                .map(n -> new Shopper(id(n), numbersFrom + n, n == SHOPPERS))
                .toList();
    }

    private String id(int number) {
        return "from-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number;
    }

    private static String rows(List<Shopper> shoppers, Told added, Told bought) {
        return shoppers.stream()
                .flatMap(
                        one ->
                                one.buys()
                                        ? Stream.of(added.by(one), bought.by(one))
                                        : Stream.of(added.by(one)))
                .map(row -> row.replace("\n", "") + "\n")
                .collect(Collectors.joining());
    }
}
