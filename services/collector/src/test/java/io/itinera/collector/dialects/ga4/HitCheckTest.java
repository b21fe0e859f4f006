package io.itinera.collector.dialects.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.wire.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HitCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void goodHitHasNoComplaints() {
        assertEquals(
                List.of(),
                complaints(
                        hit(
                                "{'name':'add_to_cart','params':{'currency':'JPY','value':1,"
                                        + "'session_id':'1','engagement_time_msec':100,"
                                        + "'items':[{'item_id':'A'}]}}")));
    }

    @Test
    void eachMistakeIsNamedWithItsPlace() {
        assertEquals(
                List.of("client_id VALUE_REQUIRED", "events VALUE_REQUIRED"), complaints("{}"));
        assertEquals(
                List.of(
                        "events[0].name NAME_INVALID",
                        "events[1].name NAME_RESERVED",
                        "events[2].name NAME_RESERVED",
                        "events[3].name VALUE_REQUIRED",
                        "events[4].params.google_x NAME_RESERVED",
                        "events[4].params.currency VALUE_REQUIRED",
                        "events[4].params.items[0] VALUE_REQUIRED"),
                complaints(
                        hit(
                                "{'name':'add to cart'},{'name':'ga_x'},{'name':'session_start'},"
                                        + "{},{'name':'a','params':{'google_x':1,'value':1,'items':[{}]}}")));
        assertEquals(
                List.of("user_properties.user_id NAME_RESERVED"),
                complaints(
                        "{'client_id':'1.2','events':[{'name':'a'}],"
                                + "'user_properties':{'user_id':{'value':'u'}}}"));
    }

    @Test
    void limitIsAllowedAndOneMoreIsNot() {
        assertEquals(List.of(), complaints(hit(events(25))));
        assertEquals(List.of("events EXCEEDED_MAX_ENTITIES"), complaints(hit(events(26))));
        assertEquals(List.of(), complaints(hit(params(25))));
        assertEquals(
                List.of("events[0].params EXCEEDED_MAX_ENTITIES"), complaints(hit(params(26))));
        assertEquals(List.of(), complaints(hit("{'name':'" + "n".repeat(40) + "'}")));
        assertEquals(
                List.of("events[0].name NAME_INVALID"),
                complaints(hit("{'name':'" + "n".repeat(41) + "'}")));
        assertEquals(List.of(), complaints(hit(value(100))));
        assertEquals(List.of("events[0].params.a VALUE_INVALID"), complaints(hit(value(101))));
    }

    @Test
    void timeLiesWithinThreeDays() {
        Instant oldest = NOW.minus(Duration.ofDays(3));
        assertEquals(List.of(), complaints(at(oldest)));
        assertEquals(
                List.of("timestamp_micros VALUE_OUT_OF_BOUNDS"),
                complaints(at(oldest.minusMillis(1))));
        assertEquals(
                List.of("timestamp_micros VALUE_OUT_OF_BOUNDS"), complaints(at(NOW.plusMillis(1))));
        assertEquals(
                List.of("timestamp_micros VALUE_INVALID"),
                complaints(
                        "{'client_id':'1.2','timestamp_micros':'soon','events':[{'name':'a'}]}"));
    }

    @Test
    void whatIsNoHitIsSaid() {
        assertEquals(List.of(" VALUE_INVALID"), complaints("{"));
        assertEquals(List.of(" VALUE_INVALID"), complaints("[]"));
        assertEquals(
                List.of(" VALUE_INVALID"),
                HitCheck.of("".getBytes(UTF_8), NOW).stream().map(HitCheckTest::brief).toList());
    }

    private static List<String> complaints(String body) {
        return HitCheck.of(Given.bytes(body), NOW).stream().map(HitCheckTest::brief).toList();
    }

    private static String brief(Complaint complaint) {
        return complaint.fieldPath() + " " + complaint.code();
    }

    private static String hit(String events) {
        return "{'client_id':'1.2','events':[" + events + "]}";
    }

    private static String at(Instant at) {
        return "{'client_id':'1.2','timestamp_micros':%d,'events':[{'name':'a'}]}"
                .formatted(at.toEpochMilli() * 1_000);
    }

    private static String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "{'name':'a'}")
                .collect(Collectors.joining(","));
    }

    private static String params(int count) {
        return "{'name':'a','params':{%s}}"
                .formatted(
                        IntStream.range(0, count)
                                .mapToObj(n -> "'p" + n + "':1")
                                .collect(Collectors.joining(",")));
    }

    private static String value(int length) {
        return "{'name':'a','params':{'a':'" + "x".repeat(length) + "'}}";
    }
}
