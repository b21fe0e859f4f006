package io.itinera.loadtests.bench;

import io.itinera.loadtests.measure.HttpMessage;
import io.itinera.loadtests.measure.Payload;
import io.vertx.core.buffer.Buffer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the libraries for servers send, each in the form that it was heard to send. */
final class ServerTraffic {
    private static final int SEGMENT_EVENTS = 15;
    private static final int RUDDERSTACK_EVENTS = 20;
    private static final int POSTHOG_EVENTS = 20;

    private ServerTraffic() {}

    static HttpMessage segment(Payload payload, String key, long first) {
        String items =
                list(
                        first,
                        SEGMENT_EVENTS,
                        number ->
                                """
                                {"timestamp":"%s","integrations":{},"event":"Product Viewed",\
                                "type":"track","properties":{%s},\
                                "context":{"library":{"name":"@segment/analytics-node",\
                                "version":"3.1.0"}},"userId":"%s","messageId":"%s",\
                                "_metadata":{"nodeVersion":"v20.20.2","jsRuntime":"node"}}"""
                                        .formatted(
                                                payload.timestamp(),
                                                properties(payload, number),
                                                payload.customer(number),
                                                payload.id(number)));
        return HttpMessage.post(
                "/v1/batch",
                "{\"batch\":%s,\"writeKey\":\"%s\",\"sentAt\":\"%s\"}"
                        .formatted(items, key, payload.timestamp()));
    }

    static HttpMessage rudderstack(Payload payload, String key, long first) {
        String items =
                list(
                        first,
                        RUDDERSTACK_EVENTS,
                        number ->
                                """
                                {"userId":"%s","event":"Product Viewed","properties":{%s},\
                                "type":"track","context":{"library":{"name":"analytics-node",\
                                "version":"3.0.13"}},"channel":"server",\
                                "_metadata":{"nodeVersion":"20.20.2"},"originalTimestamp":"%s",\
                                "messageId":"%s","sentAt":"%3$s"}"""
                                        .formatted(
                                                payload.customer(number),
                                                properties(payload, number),
                                                payload.timestamp(),
                                                payload.id(number)));
        return zipped(
                "/v1/batch",
                "{\"batch\":%s,\"timestamp\":\"%s\",\"sentAt\":\"%2$s\"}"
                        .formatted(items, payload.timestamp()));
    }

    static HttpMessage posthog(Payload payload, String key, long first) {
        String items =
                list(
                        first,
                        POSTHOG_EVENTS,
                        number ->
                                """
                                {"event":"Product Viewed","properties":{%s,\
                                "$lib":"posthog-node","$lib_version":"5.70.0","$is_server":true,\
                                "$geoip_disable":true},"timestamp":"%s","uuid":"%s",\
                                "distinct_id":"%s"}"""
                                        .formatted(
                                                properties(payload, number),
                                                payload.timestamp(),
                                                payload.id(number),
                                                payload.customer(number)));
        return zipped(
                "/batch/",
                "{\"api_key\":\"%s\",\"batch\":%s,\"sent_at\":\"%s\"}"
                        .formatted(key, items, payload.timestamp()));
    }

    static HttpMessage jitsu(Payload payload, String key, long number) {
        return HttpMessage.post(
                "/api/s/track",
                """
                {"type":"track","event":"Product Viewed","properties":{%s},"userId":"%s",\
                "anonymousId":"device-%2$s","timestamp":"%s","sentAt":"%3$s","messageId":"%s",\
                "writeKey":"id:***","context":{"library":{"name":"@jitsu/js",\
                "version":"1.11.0","env":"node"},"page":{},"clientIds":{},"campaign":{}}}"""
                        .formatted(
                                properties(payload, number),
                                payload.customer(number),
                                payload.timestamp(),
                                payload.id(number)));
    }

    static HttpMessage measurementProtocol(Payload payload, String key, long number) {
        return HttpMessage.post(
                "/mp/collect?measurement_id=G-BENCH&api_secret=" + key,
                """
                {"client_id":"%d.1700000000","user_id":"%s","events":[{"name":"view_item",\
                "params":{"currency":"JPY","value":18800,"session_id":"1700000000",\
                "engagement_time_msec":100,"items":[{"item_id":"%s","item_name":"Rain coat",\
                "item_category":"outer","price":18800,"quantity":1}]}}]}"""
                        .formatted(number, payload.customer(number), payload.product(number)));
    }

    static HttpMessage cloudEvents(Payload payload, String key, long number) {
        return HttpMessage.post(
                "/cloudevents",
                """
                {"specversion":"1.0","type":"Product Viewed","source":"https://shop.example",\
                "id":"%s","time":"%s","subject":"%s","datacontenttype":"application/json",\
                "data":{"userId":"%3$s",%s}}"""
                        .formatted(
                                payload.id(number),
                                payload.timestamp(),
                                payload.customer(number),
                                properties(payload, number)));
    }

    private static String properties(Payload payload, long number) {
        return """
                "product_id":"%s","category":"outer","price":18800,"currency":"JPY",\
                "url":"https://shop.example/outer/rain-coat\""""
                .formatted(payload.product(number));
    }

    private static String list(long first, int events, LongFunction<String> event) {
        return LongStream.range(first, first + events)
                .mapToObj(event)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static HttpMessage zipped(String path, String body) {
        return HttpMessage.post(path, Gzip.of(Buffer.buffer(body)));
    }
}
