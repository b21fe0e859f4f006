package io.itinera.collector.dialects.cloudevents;

import static io.itinera.collector.dialects.Judged.event;
import static io.itinera.collector.dialects.Judged.events;
import static io.itinera.collector.dialects.Judged.json;
import static io.itinera.collector.dialects.Judged.verdicts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    private static final String ATTRIBUTES =
            "'specversion':'1.0','id':'7','source':'/shop','type':'Order Completed'";
    private static final String CONTEXT =
            "{'cloudevent':{" + ATTRIBUTES + ",'time':'2026-03-01T11:00:00Z','userid':'u1'}}";

    @Test
    void structuredEventIsTrackedUnderItsType() {
        assertEquals(
                json(
                        "{'id':'/shop 7','name':'Order Completed','type':'track','userId':'u1',"
                                + "'occurredAt':'2026-03-01T11:00:00.000Z',"
                                + "'properties':{'order_id':'o1'},'context':"
                                + CONTEXT
                                + "}"),
                event(
                        new JsonFormat(),
                        "{"
                                + ATTRIBUTES
                                + ",'time':'2026-03-01T11:00:00Z','userid':'u1',"
                                + "'data':{'order_id':'o1'}}"));
    }

    @Test
    void binaryEventIsTheSame() {
        BinaryMode binary =
                new BinaryMode(
                        Map.of(
                                "specversion", "1.0",
                                "id", "7",
                                "source", "/shop",
                                "type", "Order Completed",
                                "time", "2026-03-01T11:00:00Z",
                                "userid", "u1"));
        JsonNode event = event(binary, "{'order_id':'o1'}");
        assertEquals(json(CONTEXT), event.get("context"));
        assertEquals(json("{'order_id':'o1'}"), event.get("properties"));
        assertEquals("/shop 7", event.get("id").asText());
        assertEquals("Order Completed", event(binary, "").get("name").asText());
    }

    @Test
    void batchIsAList() {
        assertEquals(
                List.of("a", "b"),
                events(new JsonFormat(), "[" + by("'a'") + "," + by("'b'") + "]").stream()
                        .map(it -> it.get("userId").asText())
                        .toList());
        assertEquals(List.of(), events(new JsonFormat(), "[]"));
    }

    @Test
    void whoItWasIsSaidByAttributesElseByTheDataElseByTheSubject() {
        JsonNode inData =
                event(
                        new JsonFormat(),
                        "{"
                                + ATTRIBUTES
                                + ",'subject':'s','data':{'anonymousId':'d','userId':'u','x':1}}");
        assertEquals(
                List.of(json("'d'"), json("'u'"), json("{'x':1}")),
                List.of(inData.get("anonymousId"), inData.get("userId"), inData.get("properties")));
        assertEquals(
                "s",
                event(new JsonFormat(), "{" + ATTRIBUTES + ",'subject':'s'}")
                        .get("userId")
                        .asText());
    }

    @Test
    void dataThatIsNoObjectKeepsItsName() {
        assertEquals(
                json("{'data':[1,2]}"),
                event(new JsonFormat(), "{" + ATTRIBUTES + ",'subject':'s','data':[1,2]}")
                        .get("properties"));
    }

    @Test
    void whatIsWrongIsTheReason() {
        List<String> wrong =
                List.of(
                        "1",
                        "{}",
                        "{'specversion':'0.3','id':'7','source':'/s','type':'T','subject':'s'}",
                        "{'specversion':'1.0','source':'/s','type':'T','subject':'s'}",
                        "{" + ATTRIBUTES + ",'subject':'s','data_base64':'AA=='}",
                        "{" + ATTRIBUTES + "}",
                        "{" + ATTRIBUTES + ",'subject':'s','time':'soon'}");
        assertEquals(
                List.of(
                        Reason.NOT_AN_OBJECT,
                        Reason.INVALID_FIELD,
                        Reason.INVALID_FIELD,
                        Reason.INVALID_FIELD,
                        Reason.INVALID_FIELD,
                        Reason.NO_ID,
                        Reason.INVALID_TIMESTAMP),
                verdicts(new JsonFormat(), "[" + String.join(",", wrong) + "]").stream()
                        .map(Given::reason)
                        .toList());
        assertInstanceOf(Undecodable.class, Given.read(new JsonFormat(), "1"));
    }

    private static String by(String subject) {
        return "{" + ATTRIBUTES + ",'subject':" + subject + "}";
    }
}
