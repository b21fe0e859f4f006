package io.itinera.collector.dialects.rudderstack;

import static io.itinera.collector.dialects.Judged.event;
import static io.itinera.collector.dialects.Judged.events;
import static io.itinera.collector.dialects.Judged.json;
import static io.itinera.collector.dialects.Judged.verdicts;
import static io.itinera.collector.wire.Given.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.Given;
import io.itinera.collector.wire.SegmentBatch;
import io.itinera.contracts.events.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RudderTest {
    @Test
    void devicesIdInTheHeaderIsThatOfEventsWithoutOne() {
        assertEquals(
                List.of("own", "head"),
                events(
                                new OfDevice(new SegmentBatch(), "head"),
                                "{'batch':[{'type':'page','anonymousId':'own'},"
                                        + "{'type':'page','userId':'u','anonymousId':''}]}")
                        .stream()
                        .map(it -> it.get("anonymousId").asText())
                        .toList());
    }

    @Test
    void pixelsParametersAreACallAndDotsLeadInside() {
        JsonNode call =
                event(
                        new Pixel(
                                EventType.track,
                                "writeKey=K&event=Mail%20Opened&anonymousId=d&messageId=m"
                                        + "&properties.mail.id=7&properties.list=a&context.page.url=https%3A%2F%2Fx.example"),
                        "");
        assertEquals(
                json(
                        "{'id':'m','name':'Mail Opened','type':'track','anonymousId':'d',"
                                + "'occurredAt':'2026-03-01T12:00:00.000Z','properties':"
                                + "{'list':'a','mail':{'id':'7'}},"
                                + "'context':{'page':{'url':'https://x.example'}}}"),
                call);
    }

    @Test
    void pixelsNamesLeadAsDeepAsAnEventMayBeAndNotDeeper() {
        assertInstanceOf(Verdict.Accepted.class, pixel(Limits.DEFAULT.depth() - 1));
        assertEquals(Reason.TOO_DEEP, reason(pixel(Limits.DEFAULT.depth())));
        assertEquals(Reason.TOO_DEEP, reason(pixel(8_000)));
    }

    private static Verdict pixel(int dots) {
        String query = "event=E&anonymousId=d&properties" + ".a".repeat(dots) + "=1";
        return verdicts(new Pixel(EventType.track, query), "").getFirst();
    }

    @Test
    void mergeOfADeviceAndAnAddressIsAnIdentify() {
        JsonNode merge =
                event(
                        new Merge(),
                        "{'type':'merge','messageId':'m','mergeProperties':["
                                + "{'type':'anonymous_id','value':'d1'},"
                                + "{'type':'email','value':'a@b.example'}]}");
        assertEquals(
                json(
                        "{'id':'m','name':'$identify','type':'identify','anonymousId':'d1',"
                                + "'identities':{'email':'a@b.example'},'traits':{'email':'a@b.example'},"
                                + "'occurredAt':'2026-03-01T12:00:00.000Z'}"),
                merge);
    }

    @Test
    void mergeOfTwoUsersIsAnAlias() {
        JsonNode merge =
                event(
                        new Merge(),
                        "{'mergeProperties':[{'type':'user_id','value':'new'},"
                                + "{'type':'user_id','value':'old'}]}");
        assertEquals(
                List.of("$alias", "new", "old"),
                List.of(
                        merge.get("name").asText(),
                        merge.get("userId").asText(),
                        merge.get("previousId").asText()));
    }

    @Test
    void whatIsNoPairIsRefused() {
        for (String pair :
                List.of(
                        "",
                        "{'type':'user_id','value':'u'}",
                        "{'type':'user_id','value':'u'},{'type':'email'}",
                        "{'type':'email','value':'a'},{'type':'email','value':'b'}")) {
            assertEquals(
                    Reason.INVALID_FIELD,
                    reason(verdicts(new Merge(), "{'mergeProperties':[" + pair + "]}").getFirst()),
                    pair);
        }
        assertInstanceOf(Undecodable.class, Given.read(new Merge(), "[]"));
    }
}
