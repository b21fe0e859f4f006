package io.itinera.collector;

import static io.itinera.collector.Shop.bytes;
import static io.itinera.collector.Shop.gzip;
import static io.itinera.collector.Shop.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of clients that run in browsers, as they were recorded. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class BrowserClientsTest {
    @Inject Broker broker;
    @Inject Collector collector;

    private Shop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new Shop(broker, collector);
    }

    @Test
    void analyticsNext() {
        request()
                .header("Content-Type", "text/plain")
                .header("Authorization", shop.basic())
                .body(
                        bytes(
                                "{'timestamp':'2026-11-21T22:19:09.329Z','integrations':{},'type':'page',"
                                        + "'properties':{'path':'/p','category':'Cat','name':'Home'},"
                                        + "'category':'Cat','name':'Home','context':{'page':{'path':'/p'},"
                                        + "'campaign':{'source':'g','name':'c'},'timezone':'UTC'},"
                                        + "'messageId':'ajs-next-1','anonymousId':'d1','writeKey':'WK',"
                                        + "'userId':null,'sentAt':'2026-11-21T22:19:09.457Z',"
                                        + "'_metadata':{'bundled':['Segment.io'],'unbundled':[]}}"))
                .post("/v1/p")
                .then()
                .statusCode(200);
        shop.received(
                "{'id':'ajs-next-1','type':'page','name':'$page','anonymousId':'d1','properties':"
                        + "{'path':'/p','category':'Cat','name':'Home'},'context':{'page':{'path':'/p'},"
                        + "'campaign':{'source':'g','name':'c'},'timezone':'UTC'}}");
    }

    @Test
    void rudderAnalytics() {
        preflight("/v1/identify", "AnonymousId, SentAt, Authorization");
        request()
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("Authorization", shop.basic())
                .header("AnonymousId", base64("d1"))
                .header("SentAt", "2026-11-21T22:19:38.032Z")
                .body(
                        bytes(
                                "{'userId':'u1','type':'identify','context':{'traits':{'email':"
                                        + "'a@b.example'},'sessionId':1795299577863,'timezone':'GMT+0000'},"
                                        + "'channel':'web','originalTimestamp':'2026-11-21T22:19:38.031Z',"
                                        + "'messageId':'r1','anonymousId':'d1','integrations':{'All':true}}"))
                .post("/v1/identify")
                .then()
                .statusCode(200);
        request()
                .header("Authorization", shop.basic())
                .header("AnonymousId", base64("d1"))
                .body(bytes("{'event':'A','type':'track','messageId':'r2','userId':''}"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        request()
                .header("Content-Type", "text/plain")
                .body(
                        bytes(
                                "{'batch':[{'type':'track','event':'B','anonymousId':'d1','messageId':'r3'}]}"))
                .post("/beacon/v1/batch?writeKey=" + shop.key())
                .then()
                .statusCode(200)
                .body(equalTo("OK"));
        shop.received(
                "{'id':'r1','type':'identify','name':'$identify','userId':'u1','anonymousId':'d1',"
                        + "'identities':{'email':'a@b.example'},'traits':{'email':'a@b.example'},"
                        + "'context':{'traits':{'email':'a@b.example'},'sessionId':1795299577863,"
                        + "'timezone':'GMT+0000'}}",
                "{'id':'r2','type':'track','name':'A','anonymousId':'d1'}",
                "{'id':'r3','type':'track','name':'B','anonymousId':'d1'}");
    }

    @Test
    void rudderAnalyticsFindsItsSource() {
        preflight("/sourceConfig/", "Authorization");
        request()
                .header("Authorization", shop.basic())
                .get("/sourceConfig/?p=npm&v=3.34.1&build=legacy&writeKey=WK")
                .then()
                .statusCode(200)
                .body("source.enabled", equalTo(true))
                .body("source.workspaceId", equalTo("ws-" + shop.key()))
                .body("source.config.statsCollection.errors.enabled", equalTo(false))
                .body("source.destinations.size()", equalTo(0));
        request().get("/sourceConfig?writeKey=nobody").then().statusCode(401);
    }

    @Test
    void rudderPixelIsAnImageWhateverComesOfIt() {
        String query = "&event=Mail%20Opened&anonymousId=d1&properties.mail=7&messageId=x";
        Response good = request().get("/pixel/v1/track?writeKey=" + shop.key() + query);
        Response bad = request().get("/pixel/v1/track?writeKey=nobody" + query);
        request().get("/pixel/v1/page?writeKey=" + shop.key() + "&userId=u1&messageId=y");

        for (Response each : new Response[] {good, bad}) {
            each.then().contentType("image/gif").header("Cache-Control", "no-store");
            assertEquals("GIF89a", new String(each.asByteArray(), 0, 6, UTF_8));
        }
        assertEquals(200, good.statusCode());
        assertEquals(401, bad.statusCode());
        shop.received(
                "{'id':'x','type':'track','name':'Mail Opened','anonymousId':'d1',"
                        + "'properties':{'mail':'7'}}",
                "{'id':'y','type':'page','name':'$page','userId':'u1'}");
    }

    @Test
    void posthogJs() {
        String event =
                "{'event':'%s','uuid':'%s','offset':5,'properties':{'token':'KEY','distinct_id':'d1',"
                        + "'$device_id':'d1','$current_url':'https://shop.example/p'}}";
        request()
                .header("Content-Type", "text/plain")
                .body(
                        gzip(
                                ("[" + event.formatted("$pageview", "b1") + "]")
                                        .replace("KEY", shop.key())))
                .post("/e/?compression=gzip-js&ip=1&_=1795299606096&ver=1.2")
                .then()
                .statusCode(200)
                .body("status", equalTo(1));
        request()
                .body(bytes(event.formatted("A", "b2").replace("KEY", shop.key())))
                .post("/i/v0/e/")
                .then()
                .statusCode(200);
        request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(
                        ("data="
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        bytes(
                                                                event.formatted("B", "b3")
                                                                        .replace(
                                                                                "KEY",
                                                                                shop.key()))))
                                .getBytes(UTF_8))
                .post("/capture/?_=")
                .then()
                .statusCode(200);
        String context = "'context':{'page':{'url':'https://shop.example/p'}}}";
        shop.received(
                "{'id':'b1','type':'page','name':'$page','anonymousId':'d1','properties':{'url':"
                        + "'https://shop.example/p','$current_url':'https://shop.example/p'},"
                        + context,
                "{'id':'b2','type':'track','name':'A','anonymousId':'d1','properties':"
                        + "{'$current_url':'https://shop.example/p'},"
                        + context,
                "{'id':'b3','type':'track','name':'B','anonymousId':'d1','properties':"
                        + "{'$current_url':'https://shop.example/p'},"
                        + context);
    }

    @Test
    void posthogJsHearsThatThereIsNothingToSwitchOn() {
        for (String path : new String[] {"/decide/?v=3", "/flags/?v=2"}) {
            request()
                    .body(bytes("{'token':'K','distinct_id':'d1'}"))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("featureFlags.size()", equalTo(0))
                    .body("flags.size()", equalTo(0))
                    .body("sessionRecording", equalTo(false))
                    .body("supportedCompression", equalTo(List.of("gzip", "gzip-js")));
        }
        request()
                .get("/array/" + shop.key() + "/config")
                .then()
                .statusCode(200)
                .body("token", equalTo(shop.key()))
                .body("analytics.endpoint", equalTo("/i/v0/e/"));
        request()
                .get("/array/" + shop.key() + "/config.js")
                .then()
                .statusCode(200)
                .body(containsString("[\"" + shop.key() + "\"]={config:{"));
        request().get("/array/nobody/config").then().statusCode(404);
    }

    private static void preflight(String path, String headers) {
        request()
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", headers)
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Allow-Headers", containsString("anonymousid, sentat"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
