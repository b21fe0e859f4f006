package io.itinera.collector.dialects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.dialects.cloudevents.JsonFormat;
import io.itinera.collector.dialects.ga4.GtagHits;
import io.itinera.collector.dialects.ga4.MeasurementProtocol;
import io.itinera.collector.dialects.posthog.Capture;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.Given;
import io.itinera.collector.wire.SegmentBatch;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A few bytes of a body become an event each; what is made of them has a bound. */
class ManyEventsTest {
    private static final int EVENTS = 3;
    private static final Limits LIMITS = new Limits(32 * 1024, 20, 1_000, 200, 200, EVENTS);
    private static final Dialect CAPTURE = new Capture(InstantSource.fixed(Given.NOW), null);

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(new SegmentBatch(), "{'batch':[%s]}"),
                Arguments.of(CAPTURE, "{'batch':[%s]}"),
                Arguments.of(CAPTURE, "[%s]"),
                Arguments.of(new JsonFormat(), "[%s]"),
                Arguments.of(new MeasurementProtocol(), "{'client_id':'c','events':[%s]}"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void requestHasItsEventsAndAllBeyondAreRefusedAsOne(Dialect dialect, String body) {
        assertEquals(
                List.of(
                        List.of(Reason.NOT_AN_OBJECT, Reason.NOT_AN_OBJECT, Reason.NOT_AN_OBJECT),
                        List.of(
                                Reason.NOT_AN_OBJECT,
                                Reason.NOT_AN_OBJECT,
                                Reason.NOT_AN_OBJECT,
                                Reason.TOO_MANY_EVENTS)),
                List.of(
                        reasons(dialect, body, EVENTS, LIMITS),
                        reasons(dialect, body, 1_000, LIMITS)));
    }

    @Test
    void whatStandsBehindTheEventsIsReadNoMatterHowManyTheyAre() {
        String many = String.join(",", Collections.nCopies(1_000, "{'a':[1]}"));
        assertEquals(
                EVENTS + 1,
                Given.judge(
                                new SegmentBatch(),
                                "{'batch':[" + many + "],'writeKey':'K','sentAt':'2026-03-01'}",
                                Given.ARRIVAL,
                                LIMITS)
                        .size());
    }

    @Test
    void itemsBecomeNoMoreEventsThanARequestHas() {
        String hit = "{'client_id':'c','events':[{'name':'add_to_cart','params':{'items':[%s]}}]}";
        Dialect protocol = new MeasurementProtocol();
        assertEquals(EVENTS, verdicts(protocol, hit, "{'item_id':'i'}", EVENTS).size());
        List<Verdict> beyond = verdicts(protocol, hit, "{'item_id':'i'}", 100);
        assertEquals(EVENTS + 1, beyond.size());
        assertEquals(Reason.TOO_MANY_EVENTS, Given.reason(beyond.getLast()));
    }

    @Test
    void eventOfTooManyBytesIsNotTakenApart() {
        String hit = "{'client_id':'c','events':[{'name':'add_to_cart','params':{'items':[%s]}}]}";
        assertEquals(
                List.of(Reason.EVENT_TOO_LARGE),
                reasons(new MeasurementProtocol(), hit, 100_000, Limits.DEFAULT));
        String item = "pr1=id" + "~a".repeat(Limits.DEFAULT.eventBytes());
        assertEquals(
                List.of(Reason.EVENT_TOO_LARGE),
                Given.judge(
                                new GtagHits("v=2&cid=c&en=add_to_cart"),
                                item,
                                Given.ARRIVAL,
                                Limits.DEFAULT)
                        .stream()
                        .map(Given::reason)
                        .toList());
    }

    private static List<Reason> reasons(Dialect dialect, String body, int events, Limits limits) {
        String list = String.join(",", Collections.nCopies(events, "1"));
        return Given.judge(dialect, body.formatted(list), Given.ARRIVAL, limits).stream()
                .map(Given::reason)
                .toList();
    }

    private static List<Verdict> verdicts(Dialect dialect, String body, String each, int times) {
        String list = String.join(",", Collections.nCopies(times, each));
        return Given.judge(dialect, body.formatted(list), Given.ARRIVAL, LIMITS);
    }
}
