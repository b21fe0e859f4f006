package io.itinera.collector.wire;

import static io.itinera.collector.wire.Given.ARRIVAL;
import static io.itinera.collector.wire.Given.call;
import static io.itinera.collector.wire.Given.reason;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.events.EventType;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits LIMITS = Limits.DEFAULT;

    @Test
    void eventHasItsBytesAndNotOneMore() {
        holds(sized(LIMITS.eventBytes()));
        breaks(Reason.EVENT_TOO_LARGE, sized(LIMITS.eventBytes() + 1));
    }

    @Test
    void sharedContextCountsWithEachEvent() {
        String context = "{'a':'" + "x".repeat(1_000) + "'}";
        assertEquals(
                List.of(true, false),
                List.of(LIMITS.eventBytes() - context.length(), LIMITS.eventBytes()).stream()
                        .map(
                                size ->
                                        Given.batch(
                                                                "{'context':%s,'batch':[%s]}"
                                                                        .formatted(
                                                                                context,
                                                                                sized(size)))
                                                        .getFirst()
                                                instanceof Verdict.Accepted)
                        .toList());
    }

    /** Its name is one of those that are counted, and it is the second level. */
    @Test
    void sharedContextHasTheLimitsOfAnEvent() {
        int levels = LIMITS.depth() - 2;
        int names = LIMITS.names() - 1;
        assertEquals(
                Collections.nCopies(4, Set.of()),
                Stream.of(lists(levels), members(names), name(LIMITS.nameLength()), number(300))
                        .map(LimitsTest::reasonsFor)
                        .toList());
        assertEquals(
                List.of(
                        Set.of(Reason.TOO_DEEP),
                        Set.of(Reason.TOO_MANY_NAMES),
                        Set.of(Reason.NAME_TOO_LONG),
                        Set.of(Reason.INVALID_NUMBER)),
                Stream.of(
                                lists(levels + 1),
                                members(names + 1),
                                name(LIMITS.nameLength() + 1),
                                number(301))
                        .map(LimitsTest::reasonsFor)
                        .toList());
    }

    /** Why events are refused that share this, before it and behind it, with one of their own. */
    private static Set<Reason> reasonsFor(String shared) {
        String own = "{'type':'track','event':'E','userId':'u','context':{'b':1}}";
        String events = "'batch':[" + user("u") + "," + own + "]";
        String context = "'context':{" + shared + "}";
        return Stream.of(context + "," + events, events + "," + context)
                .flatMap(fields -> Given.batch("{" + fields + ",'sentAt':'2026-03-01'}").stream())
                .filter(Verdict.Refused.class::isInstance)
                .map(Given::reason)
                .collect(toSet());
    }

    private static String lists(int levels) {
        return "'a':" + "[".repeat(levels) + "1" + "]".repeat(levels);
    }

    private static String members(int names) {
        return IntStream.range(0, names).mapToObj(n -> "'n" + n + "':0").collect(joining(","));
    }

    private static String name(int length) {
        return "'" + "n".repeat(length) + "':0";
    }

    private static String number(int digits) {
        return "'a':" + "1".repeat(digits);
    }

    @Test
    void eventIsAsDeepAsAllowedAndNotDeeper() {
        holds(deep(LIMITS.depth()));
        breaks(Reason.TOO_DEEP, deep(LIMITS.depth() + 1));
    }

    @Test
    void eventHasItsNamesAndNotOneMore() {
        holds(named(LIMITS.names()));
        breaks(Reason.TOO_MANY_NAMES, named(LIMITS.names() + 1));
    }

    @Test
    void nameHasItsCharactersAndNotOneMore() {
        holds(property("n".repeat(LIMITS.nameLength())));
        breaks(Reason.NAME_TOO_LONG, property("n".repeat(LIMITS.nameLength() + 1)));
    }

    @Test
    void idHasItsCharactersAndNotOneMore() {
        holds(user("u".repeat(LIMITS.textLength())));
        breaks(Reason.TEXT_TOO_LONG, user("u".repeat(LIMITS.textLength() + 1)));
    }

    @Test
    void requestHasItsEventsAndOneMoreIsRefusedAlone() {
        Limits three = new Limits(1_000, 20, 100, 100, 100, 3);
        String four = "{'batch':[" + String.join(",", Collections.nCopies(4, user("u"))) + "]}";
        List<Verdict> verdicts = Given.judge(new SegmentBatch(), four, ARRIVAL, three);
        assertEquals(
                List.of(true, true, true, false),
                verdicts.stream().map(Verdict.Accepted.class::isInstance).toList());
        assertEquals(Reason.TOO_MANY_EVENTS, reason(verdicts.getLast()));
    }

    @Test
    void flawOfOneEventIsNotTheNexts() {
        List<Verdict> verdicts =
                Given.batch("{'batch':[" + deep(LIMITS.depth() + 1) + "," + user("u") + "]}");
        assertInstanceOf(Verdict.Accepted.class, verdicts.getLast());
    }

    private static void holds(String json) {
        assertInstanceOf(Verdict.Accepted.class, call(EventType.track, json));
    }

    private static void breaks(Reason reason, String json) {
        assertEquals(reason, reason(call(EventType.track, json)));
    }

    private static String user(String id) {
        return "{'type':'track','event':'E','userId':'" + id + "'}";
    }

    private static String property(String name) {
        return "{'event':'E','userId':'u','properties':{'" + name + "':1}}";
    }

    private static String sized(int bytes) {
        String empty = "{'type':'track','event':'E','userId':'u','properties':{'a':''}}";
        return empty.replace("''", "'" + "x".repeat(bytes - empty.length()) + "'");
    }

    /** The event is the first level, its properties the second. */
    private static String deep(int levels) {
        int lists = levels - 2;
        return "{'type':'track','event':'E','userId':'u','properties':{'a':%s1%s}}"
                .formatted("[".repeat(lists), "]".repeat(lists));
    }

    /** Three names are the event's own. */
    private static String named(int names) {
        StringBuilder properties = new StringBuilder("'n0':0");
        for (int n = 1; n < names - 3; n++) {
            properties.append(",'n").append(n).append("':0");
        }
        return "{'event':'E','userId':'u','properties':{" + properties + "}}";
    }
}
