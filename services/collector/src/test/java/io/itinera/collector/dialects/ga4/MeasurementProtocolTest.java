package io.itinera.collector.dialects.ga4;

import static io.itinera.collector.dialects.Judged.event;
import static io.itinera.collector.dialects.Judged.events;
import static io.itinera.collector.dialects.Judged.json;
import static io.itinera.collector.dialects.Judged.verdicts;
import static io.itinera.collector.wire.Given.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.Given;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementProtocolTest {
    private static final MeasurementProtocol PROTOCOL = new MeasurementProtocol();
    private static final long MICROS =
            ChronoUnit.MICROS.between(Instant.EPOCH, Given.NOW.minusSeconds(60));

    @Test
    void eachItemAddedToACartIsAnEvent() {
        List<JsonNode> events =
                events(
                        PROTOCOL,
                        hit(
                                "{'name':'add_to_cart','params':{'currency':'JPY','value':9960,"
                                        + "'session_id':'s1','items':["
                                        + "{'item_id':'SKU1','item_name':'Tee','item_brand':'B',"
                                        + "'item_category':'Tops','item_variant':'M','index':2,"
                                        + "'price':4980,'quantity':1,'size':'L'},"
                                        + "{'item_id':'SKU2','price':'2490.5','quantity':'2'}]}}"));
        assertEquals(
                json(
                        "{'name':'Product Added','type':'track','anonymousId':'ga4:1.2','userId':'u1',"
                                + "'occurredAt':'2026-03-01T11:59:00.000Z','properties':{'currency':'JPY',"
                                + "'cart_id':'1.2','product_id':'SKU1','name':'Tee','brand':'B',"
                                + "'category':'Tops','variant':'M','position':2,'price':4980,"
                                + "'quantity':1,'size':'L'},'context':{'library':"
                                + "{'name':'measurement-protocol'},'sessionId':'s1'}}"),
                withoutId(events.get(0)));
        assertEquals(
                json(
                        "{'currency':'JPY','cart_id':'1.2','product_id':'SKU2','price':2490.5,"
                                + "'quantity':2}"),
                events.get(1).get("properties"));
        assertNotEquals(events.get(0).get("id"), events.get(1).get("id"));
    }

    @Test
    void purchaseIsAnOrderWithItsProducts() {
        assertEquals(
                json(
                        "{'currency':'JPY','value':10,'tax':1,'order_id':'T1','revenue':10,'total':10,"
                                + "'cart_id':'c7','products':[{'product_id':'A','price':4},"
                                + "{'product_id':'B','price':6}]}"),
                event(
                                PROTOCOL,
                                hit(
                                        "{'name':'purchase','params':{'currency':'JPY','value':10,"
                                                + "'tax':'1','transaction_id':'T1','cart_id':'c7',"
                                                + "'items':[{'item_id':'A','price':4},"
                                                + "{'item_id':'B','price':6}]}}"))
                        .get("properties"));
    }

    @Test
    void namesAreSegments() {
        String names =
                List.of(
                                "view_item",
                                "remove_from_cart",
                                "view_cart",
                                "begin_checkout",
                                "refund",
                                "page_view",
                                "screen_view",
                                "quiz_won")
                        .stream()
                        .map(name -> "{'name':'" + name + "'}")
                        .collect(Collectors.joining(","));
        assertEquals(
                List.of(
                        "Product Viewed",
                        "Product Removed",
                        "Cart Viewed",
                        "Checkout Started",
                        "Order Refunded",
                        "$page",
                        "$screen",
                        "quiz_won"),
                events(PROTOCOL, hit(names)).stream().map(it -> it.get("name").asText()).toList());
    }

    @Test
    void pagesViewHasThePagesFields() {
        JsonNode view =
                event(
                        PROTOCOL,
                        hit(
                                "{'name':'page_view','params':{'page_location':"
                                        + "'https://shop.example/p?a=1','page_title':'T',"
                                        + "'page_referrer':'https://ref.example/'}}"));
        String page =
                "{'url':'https://shop.example/p?a=1','title':'T','referrer':"
                        + "'https://ref.example/','path':'/p'}";
        assertEquals(
                List.of(json("'page'"), json(page), json(page)),
                List.of(view.get("type"), view.get("properties"), view.get("context").get("page")));
    }

    @Test
    void personsPropertiesAreAnIdentifyBeforeTheFirstEvent() {
        List<JsonNode> events =
                events(
                        PROTOCOL,
                        "{'client_id':'1.2','events':[{'name':'a'},{'name':'b'}],"
                                + "'user_properties':{'plan':{'value':'pro'},'age':{'value':3}}}");
        assertEquals(
                List.of("$identify", "a", "b"),
                events.stream().map(it -> it.get("name").asText()).toList());
        assertEquals(json("{'plan':'pro','age':3}"), events.getFirst().get("traits"));
    }

    @Test
    void copyOfAnEventHasItsIdAndASecondEventAnother() {
        String one = hit("{'name':'a','params':{'n':1}}");
        String other = hit("{'name':'a','params':{'n':2}}");
        String twice = hit("{'name':'a','params':{'n':1}},{'name':'a','params':{'n':1}}");
        assertEquals(event(PROTOCOL, one).get("id"), event(PROTOCOL, one).get("id"));
        assertEquals(
                3,
                IntStream.range(0, 3)
                        .mapToObj(
                                n ->
                                        n == 0
                                                ? event(PROTOCOL, other)
                                                : events(PROTOCOL, twice).get(n - 1))
                        .map(it -> it.get("id"))
                        .distinct()
                        .count());
    }

    @Test
    void eventWithoutATimeOfItsOwnGetsANewId() {
        assertEquals(
                "new-id",
                event(PROTOCOL, "{'client_id':'1.2','events':[{'name':'a'}]}").get("id").asText());
    }

    @Test
    void eventsOwnTimeGoesBeforeItsHits() {
        String own = "'timestamp_micros':'" + (MICROS - 1_000_000) + "'";
        assertEquals(
                List.of("2026-03-01T11:58:59.000Z", "2026-03-01T11:58:59.000Z"),
                events(
                                PROTOCOL,
                                hit("{'name':'a'," + own + "},{'name':'b','params':{" + own + "}}"))
                        .stream()
                        .map(it -> it.get("occurredAt").asText())
                        .toList());
    }

    @Test
    void whatIsWrongIsTheReason() {
        assertEquals(
                List.of(
                        Reason.NOT_AN_OBJECT,
                        Reason.NO_EVENT_NAME,
                        Reason.INVALID_FIELD,
                        Reason.INVALID_TIMESTAMP),
                verdicts(
                                PROTOCOL,
                                hit(
                                        "1,{},{'name':'a','params':[]},"
                                                + "{'name':'a','timestamp_micros':'soon'}"))
                        .stream()
                        .map(Given::reason)
                        .toList());
        assertEquals(
                Reason.NO_ID, reason(verdicts(PROTOCOL, "{'events':[{'name':'a'}]}").getFirst()));
    }

    @Test
    void bodyWithoutEventsIsUndecodable() {
        for (String body : List.of("[]", "{}", "{'events':1}", "{'events':[")) {
            assertInstanceOf(Undecodable.class, Given.read(PROTOCOL, body), body);
        }
    }

    @Test
    void itemsThatBecomeMoreThanARequestMayAreRefused() {
        String items = IntStream.range(0, 250).mapToObj(_ -> "{}").collect(Collectors.joining(","));
        String event =
                "{'name':'add_to_cart','params':{'a':'%s','items':[%s]}}"
                        .formatted("x".repeat(30_000), items);
        List<Verdict> verdicts = verdicts(PROTOCOL, hit(event + ",{'name':'after'}"));
        assertEquals(Reason.EVENT_TOO_LARGE, reason(verdicts.get(verdicts.size() - 2)));
        assertEquals(Reason.EVENT_TOO_LARGE, reason(verdicts.getLast()));
        assertEquals(Ga4Drafts.MAX_BYTES / 30_000 + 2, verdicts.size(), 2);
    }

    private static String hit(String events) {
        return "{'client_id':'1.2','user_id':'u1','timestamp_micros':'%d','events':[%s]}"
                .formatted(MICROS, events);
    }

    private static JsonNode withoutId(JsonNode event) {
        return event.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy().without("id");
    }
}
