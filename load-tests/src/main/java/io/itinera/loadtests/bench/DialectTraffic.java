package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.HttpMessage;
import io.itinera.loadtests.measure.Payload;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one library sends that products were looked at: in requests of as many events as it sends at
 * once, with the headers that it sends, compressed where it compresses.
 *
 * @param name the dialect's, and which of its ways it is
 * @param events how many in one request
 * @param headers of each request; {@code BASIC} stands for the key as a user's name, {@code KEY}
 *     for the key
 * @param writer the request that begins with the n-th event
 */
record DialectTraffic(String name, int events, Map<String, String> headers, Writer writer) {
    private static final String TYPE = "content-type";
    private static final String ENCODING = "content-encoding";
    private static final String AUTHORIZATION = "authorization";
    private static final String AGENT = "user-agent";
    private static final String JSON = "application/json";
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0";
    private static final String SITE = "https://shop.example";

    static final List<DialectTraffic> ALL =
            List.of(
                    new DialectTraffic(
                            "segment-single",
                            1,
                            Map.of(AUTHORIZATION, "BASIC", TYPE, JSON),
                            (payload, _, first) ->
                                    HttpMessage.post("/v1/track", payload.event(first))),
                    new DialectTraffic(
                            "segment-batch",
                            100,
                            Map.of(AUTHORIZATION, "BASIC", TYPE, JSON),
                            (payload, _, first) ->
                                    HttpMessage.post("/v1/batch", payload.batch(first, 100))),
                    new DialectTraffic(
                            "segment-node",
                            15,
                            Map.of(AUTHORIZATION, "BASIC", TYPE, JSON, AGENT, "node"),
                            ServerTraffic::segment),
                    new DialectTraffic(
                            "segment-browser",
                            1,
                            Map.of(
                                    AUTHORIZATION,
                                    "BASIC",
                                    TYPE,
                                    "text/plain",
                                    "origin",
                                    SITE,
                                    AGENT,
                                    BROWSER),
                            BrowserTraffic::segment),
                    new DialectTraffic(
                            "rudderstack-node",
                            20,
                            Map.of(
                                    AUTHORIZATION, "BASIC",
                                    TYPE, "application/x-www-form-urlencoded",
                                    ENCODING, "gzip",
                                    AGENT, "analytics-node/3.0.13"),
                            ServerTraffic::rudderstack),
                    new DialectTraffic(
                            "rudderstack-browser",
                            1,
                            Map.of(
                                    AUTHORIZATION,
                                    "BASIC",
                                    TYPE,
                                    "application/json;charset=UTF-8",
                                    "AnonymousId",
                                    "MmVjMzI1NTQtMzEzMS00M2YyLTliN2ItYmVjNDA1NDJiODA0",
                                    "SentAt",
                                    "2026-03-01T12:00:00.500Z",
                                    "origin",
                                    SITE,
                                    AGENT,
                                    BROWSER),
                            BrowserTraffic::rudderstack),
                    new DialectTraffic(
                            "posthog-node",
                            20,
                            Map.of(
                                    TYPE, JSON,
                                    ENCODING, "gzip",
                                    AGENT, "posthog-node/5.70.0"),
                            ServerTraffic::posthog),
                    new DialectTraffic(
                            "jitsu",
                            1,
                            Map.of("x-write-key", "KEY", TYPE, JSON, AGENT, "node"),
                            ServerTraffic::jitsu),
                    new DialectTraffic(
                            "gtag-get",
                            1,
                            Map.of("origin", SITE, AGENT, BROWSER),
                            BrowserTraffic::gtagGet),
                    new DialectTraffic(
                            "gtag-post",
                            5,
                            Map.of("origin", SITE, AGENT, BROWSER, TYPE, "text/plain"),
                            BrowserTraffic::gtagPost),
                    new DialectTraffic(
                            "ga4-measurement-protocol",
                            1,
                            Map.of(TYPE, JSON),
                            ServerTraffic::measurementProtocol),
                    new DialectTraffic(
                            "cloudevents",
                            1,
                            Map.of(
                                    AUTHORIZATION, "BASIC",
                                    TYPE, "application/cloudevents+json"),
                            ServerTraffic::cloudEvents));

    /** Writes a request. */
    @FunctionalInterface
    interface Writer {
        HttpMessage write(Payload payload, String key, long first);
    }

    /** The request that begins with the n-th event. */
    HttpMessage message(Payload payload, Target target, long first) {
        return writer.write(payload, target.coordinates().workspace().writeKey(), first);
    }

    /** The headers of each, with the workspace's key. */
    Map<String, String> headers(Target target) {
        String key = target.coordinates().workspace().writeKey();
        return headers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                header ->
                                        switch (header.getValue()) {
                                            case "BASIC" -> target.authorization();
                                            case "KEY" -> key;
                                            default -> header.getValue();
                                        }));
    }
}
