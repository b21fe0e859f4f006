package io.itinera.collector;

import static io.itinera.collector.Shop.bytes;
import static io.itinera.collector.Shop.gzip;
import static io.itinera.collector.Shop.request;
import static org.hamcrest.Matchers.equalTo;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of clients that run on servers, as they were recorded. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class ServerClientsTest {
    @Inject Broker broker;
    @Inject Collector collector;

    private Shop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new Shop(broker, collector);
    }

    @Test
    void analyticsNode() {
        batch(
                        "{'batch':[{'timestamp':'2026-11-21T22:18:57.936Z','integrations':{},"
                                + "'type':'identify','userId':'u1','traits':{'email':'a@b.example'},"
                                + "'context':{'library':{'name':'@segment/analytics-node','version':'3.1.0'}},"
                                + "'messageId':'node-next-1','_metadata':{'jsRuntime':'node'}},"
                                + "{'timestamp':'2026-11-21T22:18:57.937Z','integrations':{},"
                                + "'event':'Product Added','type':'track','properties':{'product_id':'p1',"
                                + "'price':10},'context':{},'userId':'u1','messageId':'node-next-2'},"
                                + "{'type':'page','properties':{'url':'https://x/'},'name':'Home',"
                                + "'anonymousId':'anon1','messageId':'node-next-3'},"
                                + "{'type':'group','traits':{'plan':'pro'},'groupId':'g1','userId':'u1',"
                                + "'messageId':'node-next-4'},{'userId':'u1','type':'alias',"
                                + "'previousId':'anon1','messageId':'node-next-5'},"
                                + "{'type':'screen','properties':{},'name':'S','userId':'u1',"
                                + "'messageId':'node-next-6'}],'writeKey':'other',"
                                + "'sentAt':'2026-11-21T22:18:57.946Z'}",
                        "/v1/batch")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        shop.received(
                "{'id':'node-next-1','type':'identify','name':'$identify','userId':'u1',"
                        + "'identities':{'email':'a@b.example'},'traits':{'email':'a@b.example'},"
                        + "'context':{'library':{'name':'@segment/analytics-node','version':'3.1.0'}}}",
                "{'id':'node-next-2','type':'track','name':'Product Added','userId':'u1',"
                        + "'properties':{'product_id':'p1','price':10}}",
                "{'id':'node-next-3','type':'page','name':'$page','anonymousId':'anon1',"
                        + "'properties':{'name':'Home','url':'https://x/'}}",
                "{'id':'node-next-4','type':'group','name':'$group','userId':'u1','groupId':'g1',"
                        + "'traits':{'plan':'pro'}}",
                "{'id':'node-next-5','type':'alias','name':'$alias','userId':'u1',"
                        + "'previousId':'anon1'}",
                "{'id':'node-next-6','type':'screen','name':'$screen','userId':'u1',"
                        + "'properties':{'name':'S'}}");
    }

    @Test
    void clientsThatImport() {
        batch(
                        "{'batch':[{'type':'track','event':'A','userId':'u1','messageId':'m1'}],"
                                + "'context':{'library':{'name':'analytics-java'}},'sequence':1}",
                        "/v1/import/")
                .then()
                .statusCode(200);
        shop.received(
                "{'id':'m1','type':'track','name':'A','userId':'u1',"
                        + "'context':{'library':{'name':'analytics-java'}}}");
    }

    @Test
    void rudderSdkNode() {
        request()
                .header("Authorization", shop.basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Encoding", "gzip")
                .body(
                        gzip(
                                "{'batch':[{'userId':'u1','traits':{'plan':'a'},'context':{'traits':"
                                        + "{'email':'a@b.example'}},'type':'identify','channel':'server',"
                                        + "'originalTimestamp':'2026-11-21T22:19:00.594Z','messageId':'r1',"
                                        + "'sentAt':'2026-11-21T22:19:00.595Z'},{'anonymousId':'anon1',"
                                        + "'name':'Home','type':'page','channel':'server','messageId':'r2'}],"
                                        + "'timestamp':'2026-11-21T22:19:00.595Z',"
                                        + "'sentAt':'2026-11-21T22:19:00.595Z'}"))
                .post("/v1/batch")
                .then()
                .statusCode(200);
        shop.received(
                "{'id':'r1','type':'identify','name':'$identify','userId':'u1','identities':"
                        + "{'email':'a@b.example'},'traits':{'plan':'a','email':'a@b.example'},"
                        + "'context':{'traits':{'email':'a@b.example'}}}",
                "{'id':'r2','type':'page','name':'$page','anonymousId':'anon1',"
                        + "'properties':{'name':'Home'}}");
    }

    @Test
    void rudderMerge() {
        batch(
                        "{'messageId':'m','mergeProperties':[{'type':'user_id','value':'u1'},"
                                + "{'type':'anonymous_id','value':'d1'}]}",
                        "/v1/merge")
                .then()
                .statusCode(200);
        shop.received(
                "{'id':'m','type':'identify','name':'$identify','userId':'u1','anonymousId':'d1'}");
    }

    @Test
    void posthogNode() {
        request()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body(
                        gzip(
                                "{'api_key':'"
                                        + shop.key()
                                        + "','batch':[{'event':'A','properties':{'x':1,'$lib':"
                                        + "'posthog-node','$lib_version':'5.70.0'},'uuid':'p1','distinct_id':'u1',"
                                        + "'timestamp':'2026-11-21T22:20:06.094Z'},{'event':'$identify',"
                                        + "'properties':{'$set':{'e':1},'$set_once':{}},'uuid':'p2',"
                                        + "'distinct_id':'u1'},{'event':'$create_alias','properties':"
                                        + "{'distinct_id':'u1','alias':'an'},'uuid':'p3','distinct_id':'u1'}],"
                                        + "'sent_at':'2026-11-21T22:20:06.096Z'}"))
                .post("/batch/")
                .then()
                .statusCode(200)
                .body("status", equalTo(1));
        shop.received(
                "{'id':'p1','type':'track','name':'A','userId':'u1','properties':{'x':1},"
                        + "'context':{'library':{'name':'posthog-node','version':'5.70.0'}}}",
                "{'id':'p2','type':'identify','name':'$identify','userId':'u1','traits':{'e':1}}",
                "{'id':'p3','type':'alias','name':'$alias','userId':'u1','previousId':'an'}");
    }

    @Test
    void jitsu() {
        for (String pair : new String[] {shop.key(), "id:" + shop.key(), shop.key() + ":secret"}) {
            request()
                    .header("X-Write-Key", pair)
                    .body(
                            bytes(
                                    "{'type':'track','event':'A','properties':{'x':1},'userId':'u1',"
                                            + "'anonymousId':'d1','messageId':'j"
                                            + pair.length()
                                            + "','writeKey':'id:***',"
                                            + "'context':{'library':{'name':'@jitsu/js'},'clientIds':{}}}"))
                    .post("/api/s/track")
                    .then()
                    .statusCode(200);
        }
        String track =
                "{'id':'j%d','type':'track','name':'A','userId':'u1','anonymousId':'d1',"
                        + "'properties':{'x':1},'context':{'library':{'name':'@jitsu/js'},'clientIds':{}}}";
        int length = shop.key().length();
        shop.received(
                track.formatted(length), track.formatted(length + 3), track.formatted(length + 7));
    }

    @Test
    void dittofeed() {
        batch(
                        "{'batch':[{'messageId':'d1','type':'identify','userId':'u1','traits':{'e':1}},"
                                + "{'messageId':'d2','type':'track','userId':'u1','event':'A',"
                                + "'properties':{'x':1}}]}",
                        "/api/public/apps/batch")
                .then()
                .statusCode(204);
        shop.received(
                "{'id':'d1','type':'identify','name':'$identify','userId':'u1','traits':{'e':1}}",
                "{'id':'d2','type':'track','name':'A','userId':'u1','properties':{'x':1}}");
    }

    @Test
    void cloudEvents() {
        String event = "'specversion':'1.0','id':'%s','source':'/s','type':'T','userid':'u1'";
        request()
                .queryParam("writeKey", shop.key())
                .header("Content-Type", "application/cloudevents+json")
                .body(bytes("{" + event.formatted("1") + ",'data':{'x':1}}"))
                .post("/cloudevents")
                .then()
                .statusCode(200);
        request()
                .header("Authorization", shop.basic())
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(bytes("[{" + event.formatted("2") + ",'data':{'x':2}},{}]"))
                .post("/cloudevents")
                .then()
                .statusCode(200)
                .body("rejected[0].reason", equalTo("invalid_field"));
        request()
                .header("Authorization", shop.basic())
                .headers(
                        Map.of(
                                "Ce-Specversion", "1.0",
                                "ce-id", "%33",
                                "ce-source", "/s",
                                "ce-type", "T",
                                "ce-userid", "u1"))
                .body(bytes("{'x':3}"))
                .post("/cloudevents")
                .then()
                .statusCode(200);
        String stored =
                "{'id':'/s %1$s','type':'track','name':'T','userId':'u1','properties':{'x':%1$s},"
                        + "'context':{'cloudevent':{'specversion':'1.0','id':'%1$s','source':'/s',"
                        + "'type':'T','userid':'u1'}}}";
        shop.received(stored.formatted("1"), stored.formatted("2"), stored.formatted("3"));
    }

    @Test
    void badRequestOfAnyClientChangesNothing() {
        for (String path :
                new String[] {
                    "/v1/import",
                    "/v1/merge",
                    "/batch/",
                    "/i/v0/e/",
                    "/api/s/track",
                    "/cloudevents",
                    "/mp/collect",
                    "/api/public/apps/batch",
                    "/beacon/v1/batch"
                }) {
            batch("{'batch':", path).then().statusCode(400).contentType("application/problem+json");
            request()
                    .header("Authorization", "Basic bm9ib2R5Og==")
                    .body(bytes("{}"))
                    .post(path)
                    .then()
                    .statusCode(401);
        }
        shop.received();
    }

    private Response batch(String json, String path) {
        return request().header("Authorization", shop.basic()).body(bytes(json)).post(path);
    }
}
