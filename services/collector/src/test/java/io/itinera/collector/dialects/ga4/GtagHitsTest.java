package io.itinera.collector.dialects.ga4;

import static io.itinera.collector.dialects.Judged.event;
import static io.itinera.collector.dialects.Judged.events;
import static io.itinera.collector.dialects.Judged.json;
import static io.itinera.collector.dialects.Judged.verdicts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

class GtagHitsTest {
    private static final String SHARED =
            "v=2&tid=G-1&cid=1.2&sid=9&_p=77&ul=ja-jp&sr=800x600&dl=https%3A%2F%2Fshop.example%2Fp"
                    + "&dt=T&gcs=G101";

    @Test
    void itemInTheAddressIsAProductAdded() {
        JsonNode event =
                event(
                        new GtagHits(
                                SHARED
                                        + "&_s=3&en=add_to_cart&cu=JPY&epn.value=4980&ep.cart_id=c1&uid=u1"
                                        + "&pr1=idSKU1~nmTee%20%26%20more~brB~caTops~vaM~pr4980~qt2"
                                        + "~k0colour~v0sea~~green"),
                        "");
        assertEquals(
                json(
                        "{'id':'"
                                + event.get("id").asText()
                                + "','name':'Product Added','type':'track','anonymousId':'ga4:1.2',"
                                + "'userId':'u1','occurredAt':'2026-03-01T12:00:00.000Z','properties':{"
                                + "'currency':'JPY','value':4980,'cart_id':'c1','product_id':'SKU1',"
                                + "'name':'Tee & more','brand':'B','category':'Tops','variant':'M',"
                                + "'price':4980,'quantity':2,'colour':'sea~green'},'context':{"
                                + "'library':{'name':'gtag'},'page':{'url':'https://shop.example/p',"
                                + "'path':'/p','title':'T'},'sessionId':'9','locale':'ja-jp','consent':"
                                + "{'ad_storage':'denied','analytics_storage':'granted'}}}"),
                event);
    }

    @Test
    void eachLineIsAnEventThatSharesTheAddress() {
        List<JsonNode> events =
                events(
                        new GtagHits(SHARED + "&_s=1"),
                        "en=page_view&_et=5\r\nen=purchase&ep.transaction_id=T1&epn.value=10.5"
                                + "&pr1=idA~pr4&pr2=idB~pr6.5\n\n");
        assertEquals(
                List.of("$page", "Order Completed"),
                events.stream().map(it -> it.get("name").asText()).toList());
        assertEquals(
                json(
                        "{'order_id':'T1','value':10.5,'revenue':10.5,'total':10.5,'cart_id':'1.2',"
                                + "'products':[{'product_id':'A','price':4},{'product_id':'B','price':6.5}]}"),
                events.getLast().get("properties"));
        assertEquals(
                json("{'url':'https://shop.example/p','title':'T','path':'/p'}"),
                events.getFirst().get("properties"));
    }

    @Test
    void hitSentAgainHasItsIdAndTheNextHitAnother() {
        String first = SHARED + "&_s=1&en=scroll";
        JsonNode id = event(new GtagHits(first), "").get("id");
        assertEquals(id, event(new GtagHits(first), "").get("id"));
        assertNotEquals(id, event(new GtagHits(SHARED + "&_s=2&en=scroll"), "").get("id"));
    }

    @Test
    void hitWithoutANumberGetsANewId() {
        assertEquals("new-id", event(new GtagHits("cid=1.2&en=scroll"), "").get("id").asText());
    }

    @Test
    void personsPropertiesAreAnIdentify() {
        List<JsonNode> events = events(new GtagHits("cid=1.2&en=login&up.plan=pro&upn.age=3"), "");
        assertEquals(
                List.of("$identify", "login"),
                events.stream().map(it -> it.get("name").asText()).toList());
        assertEquals(json("{'plan':'pro','age':3}"), events.getFirst().get("traits"));
    }

    @Test
    void keyAmongTheParametersIsTheSourcesAndNoPropertyOfTheEvent() {
        GtagHits hits = new GtagHits("cid=1.2&en=a&ep.write_key=K&ep.b=c");
        Submission read = (Submission) Given.read(hits, "");
        assertEquals("K", read.writeKey());
        assertEquals(json("{'b':'c'}"), event(hits, "").get("properties"));
    }

    @Test
    void whatIsWrongIsTheReason() {
        String names = "cid=1.2&en=a&ep." + "n".repeat(250) + "=1";
        assertEquals(
                List.of(Reason.NO_EVENT_NAME, Reason.NO_ID, Reason.NAME_TOO_LONG),
                List.of("cid=1.2", "en=a", names).stream()
                        .map(query -> Given.reason(verdicts(new GtagHits(query), "").getFirst()))
                        .toList());
    }

    @Test
    void bodyHasItsLinesAndNotOneMore() {
        GtagHits hits = new GtagHits("cid=1.2");
        assertEquals(
                GtagHits.MAX_LINES, verdicts(hits, "en=a\n".repeat(GtagHits.MAX_LINES)).size());
        assertInstanceOf(
                Undecodable.class, Given.read(hits, "en=a\n".repeat(GtagHits.MAX_LINES + 1)));
    }
}
