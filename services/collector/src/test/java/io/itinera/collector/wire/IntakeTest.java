package io.itinera.collector.wire;

import static io.itinera.collector.wire.Given.NOW;
import static io.itinera.collector.wire.Given.SHOP;
import static io.itinera.collector.wire.Given.batch;
import static io.itinera.collector.wire.Given.call;
import static io.itinera.collector.wire.Given.event;
import static io.itinera.collector.wire.Given.json;
import static io.itinera.collector.wire.Given.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeTest {
    @Test
    void trackBecomesTheEventOfTheContract() {
        Verdict verdict =
                call(
                        EventType.track,
                        "{'type':'page','event':'Product Added','anonymousId':'d1','userId':'u1',"
                                + "'messageId':'m1','timestamp':'2026-03-01T11:59:00Z',"
                                + "'properties':{'product_id':'p1','price':10.50},"
                                + "'context':{'locale':'ja'},'integrations':{},'writeKey':'K'}");
        assertEquals(
                new Event(
                        "m1",
                        "ws1",
                        EventType.track,
                        "Product Added",
                        "d1",
                        "u1",
                        null,
                        null,
                        Map.of(),
                        Map.of("product_id", "p1", "price", 10.5),
                        Map.of(),
                        Map.of("locale", "ja"),
                        Instant.parse("2026-03-01T11:59:00Z"),
                        NOW,
                        SHOP.id().toString(),
                        false,
                        Map.of()),
                event(verdict));
    }

    @Test
    void numbersStayAsTheyWereWritten() {
        Verdict verdict =
                call(
                        EventType.track,
                        "{'event':'E','userId':'u','properties':"
                                + "{'price':10.50,'big':123456789012345678901234567890}}");
        String value = new String(EventJson.of(((Verdict.Accepted) verdict).event()), UTF_8);
        assertEquals(
                "{\"price\":10.50,\"big\":123456789012345678901234567890}",
                value.substring(value.indexOf("{\"price"), value.indexOf(",\"occurredAt\"")));
    }

    @Test
    void nullAndEmptyIdsAreAbsentAndNumbersAreTexts() {
        Event event =
                event(
                        call(
                                EventType.track,
                                "{'event':'E','userId':'','anonymousId':42,'messageId':null}"));
        assertEquals(
                Arrays.asList(null, "42", "new-id"),
                Arrays.asList(event.userId(), event.anonymousId(), event.id()));
    }

    @Test
    void longMessageIdIsReplacedByTheSameHashEachTime() {
        String atLimit = "m".repeat(Limits.MESSAGE_ID_LENGTH);
        assertEquals(
                List.of(atLimit, 36, true),
                List.of(
                        idOf(atLimit),
                        idOf(atLimit + "m").length(),
                        idOf(atLimit + "m").equals(idOf(atLimit + "m"))));
    }

    private static String idOf(String messageId) {
        String json = "{'event':'E','userId':'u','messageId':'" + messageId + "'}";
        return event(call(EventType.track, json)).id();
    }

    @Test
    void keyIsTheDeviceElseTheUserElseTheAddress() {
        List<Verdict> verdicts =
                batch(
                        "{'batch':["
                                + "{'type':'identify','anonymousId':'d','userId':'u'},"
                                + "{'type':'identify','userId':'u','traits':{'email':'a@b.example'}},"
                                + "{'type':'identify','traits':{'email':'a@b.example'}}]}");
        assertEquals(
                List.of("ws1|anonymous|d", "ws1|user|u", "ws1|email|a@b.example"),
                verdicts.stream().map(it -> ((Verdict.Accepted) it).key()).toList());
    }

    @Test
    void identifysTraitsStandBesideItOrInItsContextAndThoseBesideItHold() {
        Event event =
                event(
                        call(
                                EventType.identify,
                                "{'userId':'u','traits':{'plan':'pro','consent':{'email':true}},"
                                        + "'context':{'traits':{'plan':'free','email':'a@b.example'}}}"));
        assertEquals(
                Map.of("plan", "pro", "email", "a@b.example", "consent", Map.of("email", true)),
                event.traits());
        assertEquals(Map.of("email", "a@b.example"), event.identities());
    }

    @Test
    void contextsTraitsOfATrackChangeNobody() {
        Event event =
                event(
                        call(
                                EventType.track,
                                "{'event':'E','userId':'u','traits':{'a':1},"
                                        + "'context':{'traits':{'email':'a@b.example'}}}"));
        assertEquals(Map.of(), event.traits());
        assertEquals(Map.of(), event.identities());
    }

    @Test
    void emailWithoutAnAtIsNoIdentity() {
        Event event =
                event(call(EventType.identify, "{'userId':'u','traits':{'email':'unknown'}}"));
        assertEquals(Map.of(), event.identities());
    }

    @Test
    void pagesNameAndCategoryStandAmongItsPropertiesUnlessTheyAlreadyDo() {
        Event event =
                event(
                        call(
                                EventType.page,
                                "{'userId':'u','name':'Home','category':'Docs',"
                                        + "'properties':{'name':'Own','url':'https://shop.example/'}}"));
        assertEquals("$page", event.name());
        assertEquals(
                Map.of("name", "Own", "category", "Docs", "url", "https://shop.example/"),
                event.properties());
    }

    @Test
    void pageWithoutPropertiesGetsItsName() {
        assertEquals(
                Map.of("name", "Home"),
                event(call(EventType.screen, "{'userId':'u','name':'Home'}")).properties());
    }

    @Test
    void groupAndAliasCarryTheirIds() {
        Event group =
                event(
                        call(
                                EventType.group,
                                "{'userId':'u','groupId':'g','traits':{'plan':'pro'}}"));
        Event alias = event(call(EventType.alias, "{'userId':'u','previousId':'d'}"));
        assertEquals(
                List.of("$group", "g", Map.of("plan", "pro"), "$alias", "d"),
                List.of(
                        group.name(),
                        String.valueOf(group.groupId()),
                        group.traits(),
                        alias.name(),
                        String.valueOf(alias.previousId())));
    }

    @Test
    void eventAtTheHorizonIsNotHistoricAndOneBeforeItIs() {
        String horizon = NOW.minus(SHOP.historicAfter()).toString();
        String before = NOW.minus(SHOP.historicAfter()).minusMillis(1).toString();
        List<Verdict> verdicts =
                batch(
                        "{'batch':[{'type':'track','event':'E','userId':'u','timestamp':'%s'},"
                                        .formatted(horizon)
                                + "{'type':'track','event':'E','userId':'u','timestamp':'%s'}]}"
                                        .formatted(before));
        assertEquals(
                List.of(false, true), verdicts.stream().map(it -> event(it).historic()).toList());
    }

    @Test
    void whatIsMissingIsTheReason() {
        Map<String, Reason> reasons =
                Map.of(
                        "{'userId':'u'}", Reason.NO_TYPE,
                        "{'type':'trick','userId':'u'}", Reason.UNKNOWN_TYPE,
                        "{'type':'track','event':'E'}", Reason.NO_ID,
                        "{'type':'track','userId':'u'}", Reason.NO_EVENT_NAME,
                        "{'type':'group','userId':'u'}", Reason.NO_GROUP_ID,
                        "{'type':'alias','userId':'u'}", Reason.NO_PREVIOUS_ID,
                        "{'type':'alias','previousId':'p'}", Reason.NO_ID,
                        "{'type':'track','event':'E','userId':{}}", Reason.INVALID_FIELD,
                        "{'type':'track','event':'E','userId':'u','properties':[1]}",
                                Reason.INVALID_FIELD,
                        "{'type':'track','event':'E','userId':'u','timestamp':'today'}",
                                Reason.INVALID_TIMESTAMP);
        reasons.forEach(
                (json, reason) ->
                        assertEquals(
                                reason,
                                reason(batch("{'batch':[" + json + "]}").getFirst()),
                                json));
    }

    @Test
    void textThatCannotBeWrittenAgainIsRefused() {
        assertEquals(
                Reason.INVALID_TEXT,
                reason(call(EventType.track, "{'event':'E','userId':'u\\ud800'}")));
        assertInstanceOf(
                Verdict.Accepted.class,
                call(EventType.track, "{'event':'E','userId':'\\ud83d\\ude00 \\\\ud800'}"));
    }

    @Test
    void eventWithANulAnywhereIsRefusedAloneBecausePostgresqlKeepsNone() {
        List<String> events =
                List.of(
                        "{'type':'track','event':'E\\u0000','userId':'u'}",
                        "{'type':'track','event':'E','userId':'u','properties':{'a':['\\u0000']}}",
                        "{'type':'track','event':'E','userId':'u','properties':{'\\u0000':1}}",
                        "{'type':'track','event':'E','userId':'u','messageId':'\\u0000'}",
                        "{'type':'track','event':'E','userId':'u','properties':{'a':'\\\\u0000'}}");
        List<Verdict> verdicts = batch("{'batch':[" + String.join(",", events) + "]}");
        verdicts.subList(0, 4)
                .forEach(verdict -> assertEquals(Reason.INVALID_TEXT, reason(verdict)));
        assertInstanceOf(Verdict.Accepted.class, verdicts.getLast());
    }

    @Test
    void textOfTheSharedContextIsHeldAgainstEveryEvent() {
        for (String text : List.of("\\u0000", "\\ud800")) {
            assertEquals(
                    Reason.INVALID_TEXT,
                    reason(
                            batch(
                                            "{'batch':[{'type':'track','event':'E','userId':'u'}],'context':{'a':'%s'}}"
                                                    .formatted(text))
                                    .getFirst()));
        }
    }

    @Test
    void numberThatIsInfiniteIsRefused() {
        assertEquals(
                Reason.INVALID_NUMBER,
                reason(
                        call(
                                EventType.track,
                                "{'event':'E','userId':'u','properties':{'n':1e400}}")));
    }

    @Test
    void unknownFieldsAreNoPartOfTheEvent() {
        var json = json(call(EventType.track, "{'event':'E','userId':'u','_metadata':{'a':1}}"));
        assertEquals(false, json.has("_metadata"));
    }
}
