package io.itinera.collector.dialects.posthog;

import static io.itinera.collector.dialects.Judged.event;
import static io.itinera.collector.dialects.Judged.events;
import static io.itinera.collector.dialects.Judged.json;
import static io.itinera.collector.dialects.Judged.verdicts;
import static io.itinera.collector.wire.Given.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Given;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static final Capture CAPTURE = new Capture(InstantSource.fixed(Given.NOW), null);

    @Test
    void eventIsTrackedUnderItsName() {
        assertEquals(
                json(
                        "{'id':'m1','name':'A','type':'track','userId':'u1',"
                                + "'occurredAt':'2026-03-01T11:59:00.000Z','properties':{'x':1,"
                                + "'$is_server':true},'context':{'library':{'name':'posthog-node',"
                                + "'version':'5'}}}"),
                event(
                        CAPTURE,
                        "{'api_key':'K','batch':[{'event':'A','distinct_id':'u1','uuid':'m1',"
                                + "'timestamp':'2026-03-01T11:59:00Z','properties':{'x':1,"
                                + "'$lib':'posthog-node','$lib_version':'5','$is_server':true}}]}"));
    }

    @Test
    void identifySetsTraitsAndWhatIsSetOnceIsWeaker() {
        JsonNode identify =
                event(
                        CAPTURE,
                        "{'event':'$identify','distinct_id':'u1','properties':{"
                                + "'$anon_distinct_id':'d1','$set':{'plan':'pro','email':'a@b.example'},"
                                + "'$set_once':{'plan':'free','first':1}}}");
        assertEquals(
                List.of(
                        json("'$identify'"),
                        json("'u1'"),
                        json("'d1'"),
                        json("{'plan':'pro','first':1,'email':'a@b.example'}"),
                        json("{'email':'a@b.example'}")),
                List.of(
                        identify.get("name"),
                        identify.get("userId"),
                        identify.get("anonymousId"),
                        identify.get("traits"),
                        identify.get("identities")));
    }

    @Test
    void eventThatSetsTraitsIsAnIdentifyToo() {
        List<JsonNode> both =
                events(
                        CAPTURE,
                        "{'event':'A','distinct_id':'u1','uuid':'m','$set':{'plan':'pro'}}");
        assertEquals(
                List.of("m", "m-person"), both.stream().map(it -> it.get("id").asText()).toList());
        assertEquals(json("{'plan':'pro'}"), both.getLast().get("traits"));
    }

    @Test
    void aliasNamesTheIdBefore() {
        JsonNode alias =
                event(
                        CAPTURE,
                        "{'event':'$create_alias','distinct_id':'u1','properties':"
                                + "{'distinct_id':'u1','alias':'an'}}");
        assertEquals(
                List.of(json("'$alias'"), json("'u1'"), json("'an'")),
                List.of(alias.get("name"), alias.get("userId"), alias.get("previousId")));
    }

    @Test
    void groupIsDescribedBySomebody() {
        String group =
                "{'event':'$groupidentify','distinct_id':'%s','properties':{'$group_type':'company',"
                        + "'$group_key':'5','$group_set':{'seats':3}}}";
        JsonNode described = event(CAPTURE, group.formatted("u1"));
        assertEquals(
                List.of(json("'$group'"), json("'5'"), json("{'seats':3}")),
                List.of(described.get("name"), described.get("groupId"), described.get("traits")));
        assertEquals(
                Reason.NO_ID, reason(verdicts(CAPTURE, group.formatted("$company_5")).getFirst()));
    }

    @Test
    void groupsToWhichAnEventBelongsStayAmongItsProperties() {
        for (String name : List.of("A", "$pageview", "$screen", "$groupidentify")) {
            JsonNode said =
                    event(
                            CAPTURE,
                            "{'event':'%s','distinct_id':'u1','properties':{'$group_key':'6',"
                                            .formatted(name)
                                    + "'$groups':{'company':'id:5'}}}");
            assertEquals(json("{'company':'id:5'}"), said.get("properties").get("$groups"), name);
        }
    }

    @Test
    void pageviewIsAPageAndScreenAScreen() {
        JsonNode page =
                event(
                        CAPTURE,
                        "{'event':'$pageview','distinct_id':'d1','properties':{'$device_id':'d1',"
                                + "'token':'K','$current_url':'https://shop.example/p','$pathname':'/p',"
                                + "'title':'T','$session_id':'s'}}");
        assertEquals(
                json(
                        "{'$current_url':'https://shop.example/p','$pathname':'/p','title':'T',"
                                + "'$session_id':'s','url':'https://shop.example/p','path':'/p'}"),
                page.get("properties"));
        assertEquals(
                List.of("$page", "d1"),
                List.of(page.get("name").asText(), page.get("anonymousId").asText()));
        assertEquals(
                json("{'name':'Home','$screen_name':'Home'}"),
                event(
                                CAPTURE,
                                "{'event':'$screen','distinct_id':'u','properties':{'$screen_name':'Home'}}")
                        .get("properties"));
    }

    @Test
    void strangerIsADeviceAndNobodysUser() {
        for (String properties :
                List.of(
                        "'$device_id':'d1'",
                        "'$device_id':'other','$is_identified':false",
                        "'$process_person_profile':false")) {
            JsonNode event =
                    event(
                            CAPTURE,
                            "{'event':'A','distinct_id':'d1','properties':{" + properties + "}}");
            assertEquals("d1", event.path("anonymousId").asText(), properties);
            assertEquals("", event.path("userId").asText(), properties);
        }
    }

    /** As posthog-js 1.449 says {@code posthog.alias('u1')} before anybody is identified. */
    @Test
    void strangersAliasIsWhatTheyAreCalledFromNowOn() {
        JsonNode alias =
                event(
                        CAPTURE,
                        "{'event':'$create_alias','uuid':'m','properties':{'token':'K',"
                                + "'distinct_id':'d1','$device_id':'d1','$is_identified':false,"
                                + "'$process_person_profile':true,'$lib':'web','alias':'u1'}}");
        assertEquals(
                List.of("$alias", "u1", "d1", "d1"),
                Stream.of("name", "userId", "previousId", "anonymousId")
                        .map(it -> alias.path(it).asText())
                        .toList());
    }

    @Test
    void listOfEventsCarriesItsKeyInside() {
        Submission read =
                (Submission)
                        Given.read(
                                CAPTURE,
                                "[{'event':'A','properties':{'token':'K','distinct_id':'u'}}]");
        assertEquals("K", read.apiKey());
    }

    @Test
    void offsetIsHowLongAgoItWas() {
        assertEquals(
                "2026-03-01T11:59:58.500Z",
                event(
                                new Capture(InstantSource.fixed(Given.NOW), "1700000000000"),
                                "{'event':'A','distinct_id':'u','offset':1500}")
                        .get("occurredAt")
                        .asText());
    }

    @Test
    void clocksSkewIsTakenFromTheEnvelopeElseFromTheAddress() {
        String body =
                "{%s'batch':[{'event':'A','distinct_id':'u','timestamp':'2026-03-01T10:00:00Z'}]}";
        Capture late = new Capture(InstantSource.fixed(Given.NOW), "1772362801000");
        assertEquals(
                List.of("2026-03-01T11:00:00.000Z", "2026-03-01T10:59:59.000Z"),
                List.of(body.formatted("'sent_at':'2026-03-01T11:00:00Z',"), body.formatted(""))
                        .stream()
                        .map(it -> event(late, it).get("occurredAt").asText())
                        .toList());
    }

    @Test
    void formHasItsJsonInBase64() {
        String json =
                new String(
                        Given.bytes("{'event':'A','distinct_id':'ü?>'}"), StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        for (String data : List.of(base64, URLEncoder.encode(base64, StandardCharsets.UTF_8))) {
            assertEquals("ü?>", event(CAPTURE, "data=" + data + "&ip=1").get("userId").asText());
        }
        assertInstanceOf(Undecodable.class, Given.read(CAPTURE, "data=e30x$"));
    }

    @Test
    void whatIsWrongIsTheReason() {
        assertEquals(
                List.of(
                        Reason.NOT_AN_OBJECT,
                        Reason.NO_EVENT_NAME,
                        Reason.NO_ID,
                        Reason.INVALID_FIELD,
                        Reason.INVALID_TIMESTAMP),
                verdicts(
                                CAPTURE,
                                "[1,{'distinct_id':'u'},{'event':'A'},"
                                        + "{'event':'A','distinct_id':'u','properties':[]},"
                                        + "{'event':'A','distinct_id':'u','timestamp':'soon'}]")
                        .stream()
                        .map(Given::reason)
                        .toList());
        for (String body : List.of("1", "{'event':", "")) {
            assertInstanceOf(Undecodable.class, Given.read(CAPTURE, body), body);
        }
    }
}
