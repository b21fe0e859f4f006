package io.itinera.loadtests.bench;

import io.itinera.loadtests.measure.HttpMessage;
import io.itinera.loadtests.measure.Payload;

/** What the libraries for web pages send, each in the form that it was heard to send. */
final class BrowserTraffic {
    private static final int GTAG_EVENTS = 5;

    private static final String PAGE =
            """
            "path":"/outer/rain-coat","referrer":"https://shop.example/","search":"",\
            "title":"Rain coat","url":"https://shop.example/outer/rain-coat\"""";

    private BrowserTraffic() {}

    static HttpMessage segment(Payload payload, String key, long number) {
        return HttpMessage.post(
                "/v1/t",
                """
                {"timestamp":"%s","integrations":{},"event":"Product Viewed","type":"track",\
                "properties":{%s},"context":{"page":{%s},\
                "userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",\
                "locale":"ja-JP","library":{"name":"analytics.js","version":"npm:next-1.84.3"},\
                "timezone":"Asia/Tokyo"},"messageId":"%s","anonymousId":"%s","writeKey":"%s",\
                "userId":null,"sentAt":"%1$s",\
                "_metadata":{"bundled":["Segment.io"],"unbundled":[],"bundledIds":[]}}"""
                        .formatted(
                                payload.timestamp(),
                                product(payload, number),
                                PAGE,
                                payload.id(number),
                                payload.customer(number),
                                key));
    }

    static HttpMessage rudderstack(Payload payload, String key, long number) {
        return HttpMessage.post(
                "/v1/track",
                """
                {"properties":{%s},"event":"Product Viewed","type":"track","channel":"web",\
                "context":{"traits":{},"sessionId":1772366400000,"app":{"name":"shop"},\
                "library":{"name":"RudderLabs JavaScript SDK","version":"3.34.1"},\
                "userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36","os":{},\
                "locale":"ja-JP","screen":{"width":1280,"height":800,"density":1},\
                "campaign":{},"page":{%s},"timezone":"GMT+0900"},"originalTimestamp":"%s",\
                "integrations":{"All":true},"messageId":"%s","userId":"","anonymousId":"%s",\
                "sentAt":"%3$s"}"""
                        .formatted(
                                product(payload, number),
                                PAGE,
                                payload.timestamp(),
                                payload.id(number),
                                payload.customer(number)));
    }

    static HttpMessage gtagGet(Payload payload, String key, long number) {
        return HttpMessage.get(gtagPath(key) + "&" + hit(payload, number));
    }

    static HttpMessage gtagPost(Payload payload, String key, long first) {
        StringBuilder hits = new StringBuilder();
        for (long number = first; number < first + GTAG_EVENTS; number++) {
            hits.append(hit(payload, number)).append("\r\n");
        }
        return HttpMessage.post(gtagPath(key), hits.toString());
    }

    /** What all hits of a page share. */
    private static String gtagPath(String key) {
        return "/g/"
                + key
                + "/g/collect?v=2&tid=G-BENCH&_p=1772366400000&cid=1234567890.1700000000"
                + "&ul=ja-jp&sr=1280x800&sid=1772366400&dt=Rain%20coat"
                + "&dl=https%3A%2F%2Fshop.example%2Fouter%2Frain-coat";
    }

    private static String hit(Payload payload, long number) {
        return "en=view_item&_et=%d&cu=JPY&epn.value=18800&uid=%s"
                        .formatted(number, payload.customer(number))
                + "&pr1=id%s~nmRain%%20coat~caouter~pr18800~qt1".formatted(payload.product(number));
    }

    private static String product(Payload payload, long number) {
        return "\"product_id\":\"%s\",\"category\":\"outer\",\"price\":18800,\"currency\":\"JPY\""
                .formatted(payload.product(number));
    }
}
