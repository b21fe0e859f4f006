package io.itinera.collector.wire;

import static io.itinera.collector.wire.Given.NOW;
import static io.itinera.collector.wire.Given.batch;
import static io.itinera.collector.wire.Given.event;
import static io.itinera.collector.wire.Given.read;
import static io.itinera.collector.wire.Given.reason;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentBatchTest {
    @Test
    void envelopeMayComeBeforeOrAfterTheEvents() {
        Submission before = submission("{'writeKey':'K','sentAt':'S','batch':[{'type':'page'}]}");
        Submission after = submission("{'batch':[{'type':'page'}],'sentAt':'S','writeKey':'K'}");
        assertEquals(
                List.of("K", "S", "K", "S"),
                List.of(
                        String.valueOf(before.writeKey()),
                        String.valueOf(before.sentAt()),
                        String.valueOf(after.writeKey()),
                        String.valueOf(after.sentAt())));
    }

    @Test
    void timeOfTheEnvelopeIsNoEventsTime() {
        List<Verdict> verdicts =
                batch(
                        "{'batch':[{'type':'track','event':'E','userId':'u'}],"
                                + "'timestamp':'2020-01-01T00:00:00Z'}");
        assertEquals(NOW, event(verdicts.getFirst()).occurredAt());
    }

    @Test
    void eventsOwnSendingTimeGoesBeforeTheEnvelopes() {
        List<Verdict> verdicts =
                batch(
                        "{'batch':[{'type':'track','event':'E','userId':'u',"
                                + "'timestamp':'2026-03-01T10:00:00Z',"
                                + "'sentAt':'2026-03-01T11:00:00Z'}],"
                                + "'sentAt':'2026-03-01T10:00:00Z'}");
        assertEquals(
                Instant.parse("2026-03-01T11:00:00Z"), event(verdicts.getFirst()).occurredAt());
    }

    @Test
    void contextOfTheEnvelopeStandsUnderEachEventsOwn() {
        List<Verdict> verdicts =
                batch(
                        "{'context':{'locale':'en','timezone':'Asia/Tokyo'},'batch':["
                                + "{'type':'track','event':'E','userId':'u',"
                                + "'context':{'locale':'ja'}},"
                                + "{'type':'track','event':'E','userId':'u'}]}");
        assertEquals(
                List.of(
                        Map.of("locale", "ja", "timezone", "Asia/Tokyo"),
                        Map.of("locale", "en", "timezone", "Asia/Tokyo")),
                verdicts.stream().map(it -> event(it).context()).toList());
    }

    @Test
    void whatIsNoEventIsRefusedAloneAndTheOthersArrive() {
        List<Verdict> verdicts =
                batch(
                        "{'batch':[7,{'type':'track','event':'A','userId':'u'},'x',[1,[2]],null,"
                                + "{'type':'track','event':'B','userId':'u'}]}");
        assertEquals(
                List.of(
                        Reason.NOT_AN_OBJECT,
                        "A",
                        Reason.NOT_AN_OBJECT,
                        Reason.NOT_AN_OBJECT,
                        Reason.NOT_AN_OBJECT,
                        "B"),
                verdicts.stream()
                        .<Object>map(
                                it ->
                                        it instanceof Verdict.Accepted
                                                ? event(it).name()
                                                : reason(it))
                        .toList());
    }

    @Test
    void whatIsNoEventIsPutAsideWithAllOfItsBytes() {
        List<Verdict> verdicts = batch("{'batch':['雨衣, to the last', 12.5e3 ,[1,[2]],null]}");
        assertEquals(
                List.of("\"雨衣, to the last\"", "12.5e3", "[1,[2]]", "null"),
                verdicts.stream()
                        .map(it -> new String(it.whole().copy(Integer.MAX_VALUE), UTF_8))
                        .toList());
    }

    @Test
    void lastOfTwoFieldsWithOneNameHolds() {
        List<Verdict> verdicts =
                batch("{'batch':[{'type':'track','event':'E','userId':'a','userId':'b'}]}");
        assertEquals("b", event(verdicts.getFirst()).userId());
    }

    @Test
    void bodyCutAtAnyByteIsUndecodable() {
        byte[] whole =
                Given.bytes(
                        "{'batch':[{'type':'track','event':'Ünïcode','userId':'u',"
                                + "'properties':{'a':[1,2.5e1,true,null]}}],'sentAt':'x'}");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertInstanceOf(
                    Undecodable.class,
                    new SegmentBatch().read(cut, Limits.DEFAULT),
                    "at " + length);
        }
    }

    @Test
    void otherJsonIsUndecodable() {
        for (String body :
                List.of("[]", "7", "{}", "{'batch':{}}", "{'batch':[]} x", "{'a':1}{}")) {
            assertInstanceOf(Undecodable.class, read(new SegmentBatch(), body), body);
        }
    }

    @Test
    void otherEncodingsAreUndecodable() {
        String body = "{\"batch\":[]}";
        for (byte[] bytes :
                List.of(
                        body.getBytes(UTF_16LE),
                        new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
                        new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})) {
            assertInstanceOf(Undecodable.class, new SegmentBatch().read(bytes, Limits.DEFAULT));
        }
    }

    @Test
    void depthThatNoEventCanHaveIsUndecodableInBoundedMemory() {
        byte[] deep = ("{\"batch\":[" + "[".repeat(1_000_000)).getBytes(UTF_8);
        assertInstanceOf(Undecodable.class, new SegmentBatch().read(deep, Limits.DEFAULT));
    }

    private static Submission submission(String json) {
        return assertInstanceOf(Submission.class, read(new SegmentBatch(), json));
    }
}
